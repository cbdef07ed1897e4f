package io.paperflow.enricher.watch;

import io.paperflow.enricher.page.PageAnswer;
import io.paperflow.enricher.page.PageReader;
import io.paperflow.enricher.page.PageStatement;
import io.paperflow.enricher.watch.Agenda.Batch;
import io.paperflow.enricher.watch.Agenda.Kind;
import io.paperflow.enricher.watch.Agenda.Task;
import io.paperflow.http.Priority;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.web.LeasedWeb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the pages that papers name, each once; one that cannot be read is tried again a few times.
 * What a page says is a statement about its paper. Belongs to the lease's thread.
 */
final class PageWatch implements Watch {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How long after each failure, as often as there are entries. */
  private static final List<Duration> TRIES =
      List.of(Duration.ofHours(6), Duration.ofDays(2), Duration.ofDays(14));

  private final Lease lease;
  private final PageReader reader;
  private final PageStatement statements;
  private final Means means;
  private final LeaseLedger ledger;
  private final Repositories pages;
  private final Agenda agenda = new Agenda();

  PageWatch(Lease lease, PageReader reader, PageStatement statements, Means means) {
    this.lease = lease;
    this.reader = reader;
    this.statements = statements;
    this.means = means;
    this.pages = new Repositories(lease.name(), means.records());
    this.ledger = new LeaseLedger(lease, Optional.empty(), means);
  }

  @Override
  public void begin(Map<String, byte[]> state) {
    pages.begin(state);
    pages.all().forEach(this::plan);
    means.metrics().watch(lease.name(), pages::size, agenda::size);
  }

  @Override
  public void run() throws InterruptedException {
    while (!lease.ending()) {
      Instant now = means.clock().instant();
      Optional<Batch> due = agenda.take(now, 1);
      if (due.isPresent()) {
        read(due.get());
      }
      Duration wait = due.isPresent() ? Duration.ZERO : agenda.wait(now, now);
      for (Lease.Change change : lease.await(wait)) {
        pages
            .take(change.key(), change.value())
            .filter(page -> page.check().isEmpty())
            .ifPresent(this::plan);
      }
    }
  }

  private void plan(Repository page) {
    Instant now = means.clock().instant();
    Optional<RepositoryCheck> check = page.check();
    if (check.isEmpty()) {
      put(page, page.urgency(now), now);
    } else if (check.get().getFailures() > 0 && check.get().getFailures() <= TRIES.size()) {
      put(page, Priority.REFRESH, check.get().getNextDue());
    }
  }

  private void put(Repository page, Priority priority, Instant due) {
    agenda.put(new Task(Kind.READ, page.identity()), priority, due);
  }

  private void read(Batch batch) throws InterruptedException {
    Repository page = pages.get(batch.identities().getFirst());
    List<RepositoryMention> mentions = page.mentions();
    String url = mentions.getFirst().getUrl();
    LeasedWeb web = new LeasedWeb(means.web(), lease, batch.priority());
    PageAnswer answer = reader.read(url, web, batch.priority());
    Instant now = means.clock().instant();
    means.metrics().read(lease.name(), answer);
    List<Publication> publications = new ArrayList<>();
    switch (answer) {
      case PageAnswer.Later later -> {
        Instant soon = now.plus(PATIENCE);
        put(page, batch.priority(), later.retryAt().isBefore(soon) ? soon : later.retryAt());
        return;
      }
      case PageAnswer.Unreadable(String code) ->
          publications.add(checked(page, code, failures(page) + 1, now));
      case PageAnswer.NoOffer() -> publications.add(checked(page, "no-offer", 0, now));
      case PageAnswer.Offers offers -> {
        // A page that several papers name is that of a group or a project.
        if (mentions.size() == 1) {
          EnrichedPaper statement =
              statements.of(mentions.getFirst(), offers.code(), offers.sha256(), now);
          publications.add(means.records().statement(statement));
        }
        publications.add(checked(page, "offer", 0, now));
      }
    }
    ledger.commit(publications);
    plan(page);
  }

  private static int failures(Repository page) {
    return page.check().map(RepositoryCheck::getFailures).orElse(0);
  }

  private Publication checked(Repository page, String code, int failures, Instant now) {
    Duration wait =
        failures == 0 || failures > TRIES.size() ? Duration.ZERO : TRIES.get(failures - 1);
    RepositoryCheck check =
        RepositoryCheck.newBuilder()
            .setLease(lease.name())
            .setFacts(
                RepositoryFacts.newBuilder()
                    .setUrl(page.mentions().getFirst().getUrl())
                    .setFound(failures == 0)
                    .setCheckedAt(now)
                    .build())
            .setOutcome(code)
            .setFailures(failures)
            .setNextDue(now.plus(wait))
            .build();
    page.checked(check);
    return means.records().check(page.identity(), check);
  }
}
