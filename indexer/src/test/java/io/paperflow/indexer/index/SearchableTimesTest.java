package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.indexer.index.SearchableTimes.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SearchableTimesTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SearchableTimes times = new SearchableTimes(registry, now::get);

  @Test
  void whatIsMadeVisibleCountsFromItsReading() {
    at(1);
    times.written(List.of(new Said("arxiv", START)));
    at(2);
    times.visible(START.plusSeconds(1));
    assertEquals(List.of(1L, 2L), countAndSeconds("arxiv"));
  }

  @Test
  void whatIsWrittenAfterItWasAskedForIsNotVisibleByThat() {
    at(2);
    times.written(List.of(new Said("arxiv", START)));
    times.visible(START.plusSeconds(1));
    assertEquals(List.of(0L, 0L), countAndSeconds("arxiv"));
    at(3);
    times.visible(START.plusSeconds(3));
    assertEquals(List.of(1L, 3L), countAndSeconds("arxiv"));
  }

  @Test
  void whileMoreKeepsComingTheIndexMakesItVisibleByItself() {
    times.written(List.of(new Said("arxiv", START), new Said("acl", START.minusSeconds(1))));
    at(3);
    times.written(List.of(new Said("arxiv", START)));
    assertEquals(List.of(0L, 0L), countAndSeconds("arxiv"));
    at(60);
    times.written(List.of());
    assertEquals(List.of(2L, 4L + 7L), countAndSeconds("arxiv"));
    assertEquals(List.of(1L, 5L), countAndSeconds("acl"));
  }

  private void at(int seconds) {
    now.set(START.plus(Duration.ofSeconds(seconds)));
  }

  private List<Long> countAndSeconds(String source) {
    Timer timer = registry.find("paperflow.indexer.searchable").tag("source", source).timer();
    return timer == null
        ? List.of(0L, 0L)
        : List.of(timer.count(), Math.round(timer.totalTime(TimeUnit.SECONDS)));
  }
}
