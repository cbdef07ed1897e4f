package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.Reply;
import io.paperflow.enricher.forge.RepositoryState;
import io.paperflow.http.Validators;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.StarCount;
import io.paperflow.schemas.StarGrowth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is known of a repository after an answer. The papers in a check's facts are those that the
 * repository names; who names the repository is in the mentions. Thread-safe.
 */
final class Learning {

  static final String KNOWN = "known";

  private final String lease;
  private final RandomGenerator random;

  /**
   * Learns for the checks of a lease.
   *
   * @param random spreads what would be due at once
   */
  Learning(String lease, RandomGenerator random) {
    this.lease = lease;
    this.random = random;
  }

  /** After an answer; empty when nothing was learnt. */
  Optional<RepositoryCheck> after(Reply reply, Repository repository, Instant now) {
    Optional<RepositoryCheck> before = repository.check();
    return switch (reply) {
      case Reply.Known known -> Optional.of(known(known, repository, before, now));
      case Reply.Unchanged unchanged ->
          before.map(old -> unchanged(old, unchanged.validators(), repository, now));
      case Reply.Gone gone -> Optional.of(gone(gone.code(), repository, before, now));
      case Reply.Refused refused -> Optional.of(missed(refused.code(), repository, before, now));
      case Reply.Later _ -> Optional.empty();
    };
  }

  private RepositoryCheck known(
      Reply.Known known, Repository repository, Optional<RepositoryCheck> before, Instant now) {
    RepositoryState state = known.state();
    RepositoryFacts.Builder facts =
        RepositoryFacts.newBuilder()
            .setUrl(url(repository))
            .setFound(true)
            .setCheckedAt(now)
            .setTopics(state.topics())
            .setStarSeries(before.map(old -> old.getFacts().getStarSeries()).orElse(List.of()));
    state.forgeId().ifPresent(facts::setForgeId);
    if (!state.address().identity().equals(repository.identity())) {
      facts.setRenamedTo(state.address().url());
    }
    state.language().ifPresent(facts::setLanguage);
    state.license().ifPresent(facts::setLicense);
    state.archived().ifPresent(facts::setArchived);
    state.fork().ifPresent(facts::setFork);
    state.createdAt().ifPresent(facts::setCreatedAt);
    state.pushedAt().ifPresent(facts::setPushedAt);
    state.homepage().ifPresent(facts::setHomepage);
    state
        .stars()
        .ifPresent(
            stars ->
                facts
                    .setStars(stars)
                    .setStarSeries(StarSeries.with(facts.getStarSeries(), day(now), stars)));
    List<NamingPaper> named = before.map(old -> old.getFacts().getPapers()).orElse(List.of());
    facts.setPapers(Proofs.named(repository, named, Proofs.ownWords(state)));
    RepositoryCheck.Builder check =
        builder(before, facts.build())
            .setOutcome(KNOWN)
            .setFailures(0)
            .setNextDue(now.plus(spread(afterKnown(repository, facts.getStarSeries(), now))));
    check.clearDescription();
    state.description().ifPresent(check::setDescription);
    return validated(check, known.validators());
  }

  private RepositoryCheck unchanged(
      RepositoryCheck old, Validators validators, Repository repository, Instant now) {
    RepositoryFacts.Builder facts =
        RepositoryFacts.newBuilder(old.getFacts()).setFound(true).setCheckedAt(now);
    old.getFacts()
        .getStars()
        .ifPresent(
            stars -> facts.setStarSeries(StarSeries.with(facts.getStarSeries(), day(now), stars)));
    RepositoryCheck.Builder check =
        RepositoryCheck.newBuilder(old)
            .setFacts(facts.build())
            .setOutcome(KNOWN)
            .setFailures(0)
            .setNextDue(now.plus(spread(afterKnown(repository, facts.getStarSeries(), now))));
    return validated(check, validators);
  }

  private RepositoryCheck gone(
      String code, Repository repository, Optional<RepositoryCheck> before, Instant now) {
    RepositoryFacts facts =
        before
            .map(old -> RepositoryFacts.newBuilder(old.getFacts()))
            .orElseGet(() -> RepositoryFacts.newBuilder().setUrl(url(repository)))
            .setFound(false)
            .setCheckedAt(now)
            // Perhaps it is where the papers say after all.
            .clearRenamedTo()
            .build();
    return missed(builder(before, facts).clearEtag().clearLastModified(), code, repository, now);
  }

  /** What was known stays true as far as one knows. */
  private RepositoryCheck missed(
      String code, Repository repository, Optional<RepositoryCheck> before, Instant now) {
    RepositoryFacts facts =
        before
            .map(RepositoryCheck::getFacts)
            .orElseGet(
                () ->
                    RepositoryFacts.newBuilder()
                        .setUrl(url(repository))
                        .setFound(false)
                        .setCheckedAt(now)
                        .build());
    return missed(builder(before, facts), code, repository, now);
  }

  private RepositoryCheck missed(
      RepositoryCheck.Builder check, String code, Repository repository, Instant now) {
    int failures = check.getFailures() + 1;
    boolean promised = repository.mentions().stream().anyMatch(RepositoryMention::getPromised);
    Duration wait = RefreshPlan.afterMissed(repository.newestPaper(), failures, promised, now);
    return check.setOutcome(code).setFailures(failures).setNextDue(now.plus(spread(wait))).build();
  }

  private RepositoryCheck.Builder builder(Optional<RepositoryCheck> before, RepositoryFacts facts) {
    return before
        .map(RepositoryCheck::newBuilder)
        .orElseGet(
            () -> RepositoryCheck.newBuilder().setLease(lease).setReadFor(List.of()).setFailures(0))
        .setFacts(facts);
  }

  /** With the address of a copy. */
  static RepositoryCheck kept(RepositoryCheck check, Optional<String> copy) {
    RepositoryFacts.Builder facts = RepositoryFacts.newBuilder(check.getFacts());
    copy.ifPresent(facts::setArchivedCopy);
    return RepositoryCheck.newBuilder(check).setFacts(facts.build()).build();
  }

  private static RepositoryCheck validated(RepositoryCheck.Builder check, Validators validators) {
    check.clearEtag().clearLastModified();
    validators.etag().ifPresent(check::setEtag);
    validators.lastModified().ifPresent(check::setLastModified);
    return check.build();
  }

  /** What one knows of the last answer. */
  static Validators validators(RepositoryCheck check) {
    return new Validators(check.getEtag(), check.getLastModified());
  }

  private static String url(Repository repository) {
    return repository.mentions().getFirst().getUrl();
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Duration afterKnown(Repository repository, List<StarCount> series, Instant now) {
    return RefreshPlan.afterKnown(repository.newestPaper(), StarGrowth.perWeek(series), now);
  }

  /** Between 0.9 and 1.1 of it. */
  private Duration spread(Duration wait) {
    return Duration.ofMillis((long) (wait.toMillis() * random.nextDouble(0.9, 1.1)));
  }

  /** The facts with all papers that name the repository. */
  static RepositoryFacts told(RepositoryCheck check, Repository repository) {
    Map<String, NamingPaper> papers = new LinkedHashMap<>();
    for (RepositoryMention mention : repository.mentions()) {
      String key = mention.getPaperKey();
      papers.put(key, NamingPaper.newBuilder().setPaperKey(key).build());
    }
    check.getFacts().getPapers().forEach(paper -> papers.replace(paper.getPaperKey(), paper));
    return RepositoryFacts.newBuilder(check.getFacts())
        .setPapers(List.copyOf(papers.values()))
        .build();
  }
}
