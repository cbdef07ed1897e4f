package io.paperflow.indexer.fusion;

import io.paperflow.schemas.AppearanceCause;
import io.paperflow.schemas.CodeAppeared;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a paper that had no code has it now, and by what. Pure. */
public final class Appearance {

  private Appearance() {}

  /**
   * What is to be told when more becomes known of a paper; empty when it had code before or has
   * none now.
   */
  public static Optional<CodeAppeared> of(PaperDocument before, PaperDocument after, Instant now) {
    Content known = before.content();
    List<Repository> had = before.repositories(known);
    if (PaperDocument.hasCode(had)) {
      return Optional.empty();
    }
    Content content = after.content();
    return after.repositories(content).stream()
        .filter(Repository::isCode)
        .findFirst()
        .map(
            repository -> {
              AppearanceCause cause = cause(repository, had);
              CodeAppeared.Builder event =
                  CodeAppeared.newBuilder()
                      .setPaperKey(after.id())
                      .setTitle(content.title())
                      .setRepository(repository.url())
                      .setCause(cause)
                      .setSeenAt(now);
              if (cause == AppearanceCause.STATEMENT) {
                source(repository, content).ifPresent(event::setSource);
              }
              return event.build();
            });
  }

  /** What was named before and was not code is code because something was seen. */
  private static AppearanceCause cause(Repository repository, List<Repository> had) {
    Optional<Repository> old =
        had.stream().filter(other -> other.url().equalsIgnoreCase(repository.url())).findFirst();
    if (old.isEmpty()) {
      return AppearanceCause.STATEMENT;
    }
    if (repository.isVerified() && !old.get().isVerified() && !wasMissing(old.get())) {
      return AppearanceCause.REPOSITORY;
    }
    return wasMissing(old.get()) ? AppearanceCause.PROMISE_KEPT : AppearanceCause.STATEMENT;
  }

  private static boolean wasMissing(Repository old) {
    return old.availability() == Availability.PROMISED || old.availability() == Availability.GONE;
  }

  private static Optional<String> source(Repository repository, Content content) {
    return content.links().stream()
        .filter(link -> link.url().equals(repository.url()))
        .flatMap(link -> link.evidence().stream())
        .map(Evidence::source)
        .findFirst();
  }
}
