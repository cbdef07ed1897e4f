package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.ForgeApi;
import io.paperflow.enricher.forge.ForgeApi.Texts;
import io.paperflow.enricher.forge.Question;
import io.paperflow.enricher.forge.Reply;
import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.watch.Agenda.Batch;
import io.paperflow.enricher.watch.Agenda.Kind;
import io.paperflow.enricher.watch.Agenda.Task;
import io.paperflow.http.Priority;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.web.LeasedWeb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one kind of forge about the repositories of a lease while it is held, and writes what came
 * of each request before the next. Belongs to the lease's thread.
 */
final class ForgeWatch implements Watch {

  /** Between two attempts that the forge did not answer. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * From a request for many to the next, unless that is full: a stream of new repositories is not
   * to use up an hour's requests with a few in each.
   */
  private static final Duration GATHER = Duration.ofSeconds(1);

  /** Failures after which a copy is looked for. */
  private static final Set<Integer> COPY_AFTER = Set.of(1, 4);

  /** Who has more papers is told of a new one with the next look. */
  private static final int TOLD_AT_ONCE = 100;

  private final Lease lease;
  private final ForgeApi forge;
  private final Means means;
  private final Learning learning;
  private final LeaseLedger ledger;
  private final Repositories repositories;
  private final Agenda agenda = new Agenda();

  /** Copies that were found while nobody had this lease. */
  private final List<Lease.Change> waiting = new ArrayList<>();

  private Instant silentUntil = Instant.MIN;
  private Instant gatherUntil = Instant.MIN;
  private int unanswered;

  ForgeWatch(Lease lease, ForgeApi forge, Means means) {
    this.lease = lease;
    this.forge = forge;
    this.means = means;
    this.repositories = new Repositories(lease.name(), means.records());
    this.learning = new Learning(lease.name(), means.random());
    this.ledger = new LeaseLedger(lease, Optional.of(forge.budget()), means);
  }

  @Override
  public void begin(Map<String, byte[]> state) {
    ledger.begin(state);
    repositories.begin(state);
    repositories.all().forEach(this::plan);
    state.forEach((key, bytes) -> waiting.add(new Lease.Change(key, bytes)));
    waiting.removeIf(change -> !change.key().startsWith(RepositoryRecords.COPY));
    means.metrics().watch(lease.name(), repositories::size, agenda::size);
  }

  @Override
  public void run() throws InterruptedException {
    accept(waiting);
    waiting.clear();
    while (!lease.ending()) {
      Instant now = now();
      Instant notBefore = notBefore(now);
      Optional<Batch> due =
          now.isBefore(notBefore) ? Optional.empty() : agenda.take(now, forge.batch());
      if (due.isPresent()) {
        work(due.get());
      }
      accept(lease.await(due.isPresent() ? Duration.ZERO : agenda.wait(now, notBefore)));
    }
  }

  private Instant notBefore(Instant now) {
    boolean gathering = forge.batch() > 1 && !agenda.fills(now, forge.batch());
    return gathering && gatherUntil.isAfter(silentUntil) ? gatherUntil : silentUntil;
  }

  private Instant now() {
    return means.clock().instant();
  }

  /** A copy was found: who asked for it, and it is still gone. */
  private List<Publication> copied(Lease.Change change) {
    Optional<RepositoryCheck> copy =
        change.key().startsWith(RepositoryRecords.COPY)
            ? means.records().check(change.value())
            : Optional.empty();
    return copy.filter(found -> found.getLease().equals(lease.name()))
        .map(found -> copied(change.key(), found))
        .orElse(List.of());
  }

  private List<Publication> copied(String key, RepositoryCheck copy) {
    List<Publication> publications = new ArrayList<>();
    publications.add(means.records().answered(key, lease.name()));
    Optional<Repository> repository =
        repositories.find(key.substring(RepositoryRecords.COPY.length()));
    Optional<RepositoryCheck> gone =
        repository.flatMap(Repository::check).filter(check -> !check.getFacts().getFound());
    if (gone.isPresent()) {
      RepositoryCheck kept = Learning.kept(gone.get(), copy.getFacts().getArchivedCopy());
      repository.get().checked(kept);
      publications.add(means.records().check(repository.get().identity(), kept));
      publications.addAll(facts(kept, repository.get()));
    }
    return publications;
  }

  /** What is to be done with a repository next. */
  private void plan(Repository repository) {
    Instant now = now();
    Optional<RepositoryCheck> check = repository.check();
    Priority fresh = repository.urgency(now);
    agenda.put(
        new Task(Kind.ASK, repository.identity()),
        check.isPresent() ? Priority.REFRESH : fresh,
        check.map(RepositoryCheck::getNextDue).orElse(now));
    if (check.filter(known -> Proofs.wantsReading(known, repository, now)).isPresent()) {
      agenda.put(new Task(Kind.READ, repository.identity()), fresh, now);
    }
  }

  /** Papers that were not known: who is known already is told of them. */
  private void accept(List<Lease.Change> changes) throws InterruptedException {
    Set<Repository> news = new LinkedHashSet<>();
    List<Publication> told = new ArrayList<>();
    for (Lease.Change change : changes) {
      repositories.take(change.key(), change.value()).ifPresent(news::add);
      told.addAll(copied(change));
    }
    for (Repository repository : news) {
      plan(repository);
      repository.check().ifPresent(check -> lookAgain(check, repository));
      repository
          .check()
          .filter(check -> isTold(check) && repository.papers() <= TOLD_AT_ONCE)
          .ifPresent(check -> told.addAll(facts(check, repository)));
    }
    if (!told.isEmpty()) {
      ledger.commit(told);
    }
  }

  /** A new paper names what was not there: perhaps it is now. */
  private void lookAgain(RepositoryCheck check, Repository repository) {
    Instant allowed = check.getFacts().getCheckedAt().plus(RefreshPlan.LEAST);
    if (!check.getFacts().getFound() && allowed.isBefore(check.getNextDue())) {
      agenda.put(new Task(Kind.ASK, repository.identity()), Priority.LIVE, allowed);
    }
  }

  /** Whether its facts say something. */
  private static boolean isTold(RepositoryCheck check) {
    return check.getFacts().getFound() || check.getFacts().getForgeId().isPresent();
  }

  private List<Publication> facts(RepositoryCheck check, Repository repository) {
    return means.records().facts(repository.identity(), Learning.told(check, repository));
  }

  private void work(Batch batch) throws InterruptedException {
    Web web = new LeasedWeb(means.web(), lease, batch.priority());
    switch (batch.kind()) {
      case ASK -> ask(batch, web);
      case READ -> read(batch, web);
    }
  }

  private void ask(Batch batch, Web web) throws InterruptedException {
    List<Repository> asked = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (String identity : batch.identities()) {
      Repository repository = repositories.get(identity);
      RepositoryAddress address = repository.address().orElseThrow();
      Validators known = repository.check().map(Learning::validators).orElse(Validators.NONE);
      asked.add(repository);
      questions.add(new Question(address, known));
    }
    gatherUntil = now().plus(GATHER);
    List<Reply> replies = forge.ask(questions, web, batch.priority());
    List<Publication> publications = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      publications.addAll(after(replies.get(i), asked.get(i), batch.priority()));
    }
    if (replies.stream().allMatch(Reply.Later.class::isInstance)) {
      silentUntil = later((Reply.Later) replies.getFirst());
      unanswered++;
    } else {
      unanswered = 0;
    }
    ledger.commit(publications);
  }

  private List<Publication> after(Reply reply, Repository repository, Priority priority) {
    means.metrics().asked(lease.name(), reply);
    if (reply instanceof Reply.Later wait) {
      agenda.put(new Task(Kind.ASK, repository.identity()), priority, later(wait));
      return List.of();
    }
    List<Publication> publications = new ArrayList<>();
    learning
        .after(reply, repository, now())
        .ifPresent(
            check -> {
              repository.checked(check);
              plan(repository);
              publications.add(means.records().check(repository.identity(), check));
              if (!(reply instanceof Reply.Refused)) {
                publications.addAll(facts(check, repository));
              }
              if (reply instanceof Reply.Gone && wantsCopy(check, repository)) {
                publications.add(
                    means.records().gone(repository.identity(), check, SoftwareHeritage.BUDGET));
              }
            });
    return publications;
  }

  /** What was there once is looked for in the archive, when it is missed and some time after. */
  private static boolean wantsCopy(RepositoryCheck check, Repository repository) {
    boolean wasThere =
        check.getFacts().getForgeId().isPresent()
            || repository.mentions().stream().anyMatch(mention -> !mention.getPromised());
    return wasThere
        && check.getFacts().getArchivedCopy().isEmpty()
        && COPY_AFTER.contains(check.getFailures());
  }

  /** Longer and longer while the forge answers nothing at all. */
  private Instant later(Reply.Later reply) {
    Instant soon = now().plus(PATIENCE.multipliedBy(1L << Math.min(unanswered, 6)));
    return reply.retryAt().isBefore(soon) ? soon : reply.retryAt();
  }

  private void read(Batch batch, Web web) throws InterruptedException {
    Repository repository = repositories.get(batch.identities().getFirst());
    Optional<RepositoryCheck> check = repository.check();
    Optional<RepositoryAddress> address = repository.address();
    if (check.isEmpty() || address.isEmpty()) {
      return;
    }
    switch (forge.texts(address.get(), web, batch.priority())) {
      // Texts can be elsewhere than the interface, which may go on.
      case Texts.Later(Reply.Later reason) ->
          agenda.put(new Task(Kind.READ, repository.identity()), batch.priority(), later(reason));
      case Texts.Read(var texts) -> {
        RepositoryCheck read = Proofs.read(check.get(), repository, texts, now());
        boolean news = !read.getFacts().equals(check.get().getFacts());
        repository.checked(read);
        List<Publication> publications = new ArrayList<>();
        publications.add(means.records().check(repository.identity(), read));
        if (news) {
          publications.addAll(facts(read, repository));
        }
        ledger.commit(publications);
      }
    }
  }
}
