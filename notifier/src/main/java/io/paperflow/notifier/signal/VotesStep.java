package io.paperflow.notifier.signal;

import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Outcome;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Transform;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Signal;
import io.paperflow.schemas.SignalSubject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What papers are voted for, and which code is theirs. Papers on no list count while they are
 * young: older ones cannot rise. Immutable and thread-safe.
 */
public final class VotesStep implements Transform<EnrichedPaper, Signal> {

  private static final Duration YOUNG = Duration.ofDays(60);

  /** The step. */
  public VotesStep() {}

  @Override
  public Outcome<Signal> apply(Delivery<EnrichedPaper> input) {
    PaperRecord paper = input.value().getPaper();
    Optional<DailyListing> daily = paper.getDaily();
    Optional<Instant> since = since(paper, daily);
    if (daily.isEmpty() && !isYoung(paper, since)) {
      return new Outcome.Transformed<>(List.of(), List.of());
    }
    Signal.Builder signal =
        Signal.newBuilder()
            .setSubject(paper.getPaperKey())
            .setAbout(SignalSubject.PAPER)
            .setSource(paper.getSource())
            .setObservedAt(paper.getFetchedAt())
            .setRepositories(
                input.value().getLinks().stream()
                    .filter(VotesStep::isCode)
                    .map(Link::getUrl)
                    .map(Repositories::subject)
                    .distinct()
                    .sorted()
                    .toList());
    since.ifPresent(signal::setSince);
    daily.ifPresent(
        listing -> {
          listing.getUpvotes().ifPresent(signal::setUpvotes);
          listing.getComments().ifPresent(signal::setComments);
        });
    return new Outcome.Transformed<>(
        List.of(new Output<>(paper.getPaperKey(), paper.getPaperKey(), signal.build(), Map.of())),
        List.of());
  }

  private static Optional<Instant> since(PaperRecord paper, Optional<DailyListing> daily) {
    Optional<LocalDate> day = daily.flatMap(DailyListing::getDate);
    Optional<Instant> published = paper.getPublished();
    return day.map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()).or(() -> published);
  }

  private static boolean isYoung(PaperRecord paper, Optional<Instant> since) {
    return since.filter(time -> time.isAfter(paper.getFetchedAt().minus(YOUNG))).isPresent();
  }

  private static boolean isCode(Link link) {
    return link.getKind() == LinkKind.CODE_REPO
        && link.getRole() != LinkRole.THIRD_PARTY
        && link.getState() != LinkState.PROMISED;
  }
}
