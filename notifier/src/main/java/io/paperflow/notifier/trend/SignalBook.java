package io.paperflow.notifier.trend;

import io.paperflow.schemas.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was counted of papers and repositories up to a moment. What rises is a function of the
 * signals it was given, not of their order. Not thread-safe.
 */
public final class SignalBook {

  /** How far back signals count: twice the longest window, so that gains have a beginning. */
  public static final Duration BACK = Duration.ofDays(62);

  private final Map<String, Track> papers = new HashMap<>();
  private final Map<String, Track> repositories = new HashMap<>();

  /** Nothing counted yet. */
  public SignalBook() {}

  /** Takes a signal; of those of one source and subject within an hour the last one counts. */
  public void add(Signal signal) {
    Optional<Map<String, Track>> subjects =
        switch (signal.getAbout()) {
          case PAPER -> Optional.of(papers);
          case REPOSITORY -> Optional.of(repositories);
          case UNKNOWN -> Optional.empty();
        };
    subjects.ifPresent(
        tracks ->
            tracks
                .computeIfAbsent(signal.getSubject(), _ -> new Track())
                .add(Observation.of(signal)));
  }

  /** From when on signals count at a moment: a day's beginning, so that it moves once a day. */
  public static Instant horizon(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS).minus(BACK);
  }

  /** Forgets what does not count from a moment on. */
  public void moveTo(Instant at) {
    long horizon = horizon(at).toEpochMilli();
    papers.values().removeIf(track -> !track.forgetBefore(horizon));
    repositories.values().removeIf(track -> !track.forgetBefore(horizon));
  }

  /**
   * What rises at a moment to which the book has been moved.
   *
   * @param most how many at most
   */
  public TrendList trending(Instant at, Window window, int most) {
    Instant from = at.minus(window.length());
    Optional<Instant> since =
        Stream.concat(papers.values().stream(), repositories.values().stream())
            .map(Track::firstAt)
            .min(Comparator.naturalOrder())
            .map(Instant::ofEpochMilli);
    return new TrendList(
        at,
        window,
        since,
        since.filter(first -> !first.isAfter(from)).isEmpty(),
        papers.entrySet().stream()
            .map(paper -> trend(paper.getKey(), paper.getValue(), at, window))
            .filter(trend -> trend.gains().any())
            .sorted(Comparator.comparingDouble(Trend::score).reversed().thenComparing(Trend::paper))
            .limit(most)
            .toList());
  }

  private Trend trend(String key, Track paper, Instant at, Window window) {
    long to = at.toEpochMilli();
    long from = at.minus(window.length()).toEpochMilli();
    int stars = 0;
    for (String name : paper.repositories(to)) {
      Track repository = repositories.get(name);
      if (repository != null) {
        stars += repository.gain(Observation::stars, from, to);
      }
    }
    Gains gains =
        new Gains(
            paper.gain(Observation::votes, from, to),
            paper.gain(Observation::comments, from, to),
            stars);
    boolean hasCode = !paper.repositories(to).isEmpty();
    boolean codeIsNew = hasCode && paper.firstAt() <= from && paper.repositories(from).isEmpty();
    double ageHours = Math.max(0, to - paper.since().orElseGet(paper::firstAt)) / 3_600_000.0;
    return new Trend(
        key, TrendScore.of(gains, hasCode, ageHours, window), gains, hasCode, codeIsNew, ageHours);
  }
}
