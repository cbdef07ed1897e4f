package io.paperflow.notifier.trend;

import io.paperflow.schemas.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody counted at a moment. Small, since there are many.
 *
 * @param at milliseconds since the epoch, as since
 * @param since {@link #UNKNOWN} when not known, as the counts
 */
record Observation(
    long at,
    String source,
    long since,
    int votes,
    int comments,
    int stars,
    List<String> repositories) {

  static final int UNKNOWN = -1;

  private static final long HOUR = 3_600_000;

  /** Of several in an hour the last one counts; of several at a moment the larger one. */
  static final Comparator<Observation> ORDER =
      Comparator.comparingLong(Observation::at)
          .thenComparingInt(Observation::votes)
          .thenComparingInt(Observation::comments)
          .thenComparingInt(Observation::stars)
          .thenComparingLong(Observation::since)
          .thenComparing(observation -> String.join(" ", observation.repositories()));

  Observation {
    repositories = List.copyOf(repositories);
  }

  static Observation of(Signal signal) {
    Optional<Instant> since = signal.getSince();
    Optional<Integer> votes = signal.getUpvotes();
    Optional<Integer> comments = signal.getComments();
    Optional<Integer> stars = signal.getStars();
    return new Observation(
        signal.getObservedAt().toEpochMilli(),
        signal.getSource(),
        since.map(Instant::toEpochMilli).orElse((long) UNKNOWN),
        votes.orElse(UNKNOWN),
        comments.orElse(UNKNOWN),
        stars.orElse(UNKNOWN),
        signal.getRepositories());
  }

  /** Whether only one of the two is kept. */
  boolean sharesHourWith(Observation other) {
    return at / HOUR == other.at / HOUR && source.equals(other.source);
  }
}
