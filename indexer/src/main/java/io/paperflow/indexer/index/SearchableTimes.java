package io.paperflow.indexer.index;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Measures how long it takes from the reading of a source until searches find what it said: {@code
 * paperflow.indexer.searchable}, a histogram, tag {@code source}. Only what changed a document
 * counts, so that records read again from Kafka count in an empty index alone. Thread-safe.
 */
final class SearchableTimes {

  /** After which Elasticsearch makes visible what was written: the index's refresh interval. */
  static final Duration BY_ITSELF = Duration.ofSeconds(4);

  private static final Duration[] BOUNDS =
      List.of(1, 2, 3, 4, 5, 7, 10, 15, 30, 60, 300, 3600).stream()
          .map(Duration::ofSeconds)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Deque<Batch> waiting = new ArrayDeque<>();

  SearchableTimes(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * What a record said.
   *
   * @param readAt when it was read at the source
   */
  record Said(String source, Instant readAt) {}

  private record Batch(Instant writtenAt, List<Said> said) {}

  /** This was written just now. */
  synchronized void written(List<Said> said) {
    Instant now = clock.instant();
    while (!waiting.isEmpty() && !waiting.peek().writtenAt().plus(BY_ITSELF).isAfter(now)) {
      Batch batch = waiting.remove();
      batch.said().forEach(one -> record(one, batch.writtenAt().plus(BY_ITSELF)));
    }
    if (!said.isEmpty()) {
      waiting.add(new Batch(now, said));
    }
  }

  /**
   * What was written before is visible now.
   *
   * @param since when it was asked for
   */
  synchronized void visible(Instant since) {
    Instant now = clock.instant();
    while (!waiting.isEmpty() && !waiting.peek().writtenAt().isAfter(since)) {
      Batch batch = waiting.remove();
      Instant byItself = batch.writtenAt().plus(BY_ITSELF);
      batch.said().forEach(one -> record(one, byItself.isBefore(now) ? byItself : now));
    }
  }

  private void record(Said said, Instant visibleAt) {
    Timer.builder("paperflow.indexer.searchable")
        .description("From reading a source to finding what it said")
        .tag("source", said.source())
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(Duration.between(said.readAt(), visibleAt));
  }
}
