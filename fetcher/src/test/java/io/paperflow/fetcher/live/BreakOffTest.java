package io.paperflow.fetcher.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads a source may be broken off at each request, and before and after each commit:
 * documents and cursor are never parted, so that whoever goes on loses and doubles nothing.
 */
class BreakOffTest {

  private static final HostGroup GROUP = new HostGroup("group", Duration.ofSeconds(3));
  private static final int DAYS = 4;

  @Test
  void brokenOffAnywhereEverythingIsPublishedOnce() throws Exception {
    List<String> whole = run(Integer.MAX_VALUE);
    assertEquals(DAYS, whole.size());
    int call = 1;
    for (; !finishes(call); call++) {
      assertEquals(whole, run(call), "broken off at call " + call);
    }
    assertTrue(call > 3 * DAYS, "so many places to break off were tried: " + call);
  }

  @Test
  void brokenOffAgainAndAgainEverythingIsPublishedOnce() throws Exception {
    List<String> whole = run(Integer.MAX_VALUE);
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      int[] calls = IntStream.range(0, 6).map(_ -> 1 + random.nextInt(7)).toArray();
      assertEquals(
          whole, run(calls), () -> "broken off at calls " + java.util.Arrays.toString(calls));
    }
  }

  private static boolean finishes(int call) {
    Ticking clock = clock();
    Topic topic = new Topic();
    try {
      work(clock).run(lease(topic, clock).breaksAt(call), topic.state());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** What is published when the first holders are broken off at their calls of these numbers. */
  private static List<String> run(int... breaks) throws InterruptedException {
    Ticking clock = clock();
    Topic topic = new Topic();
    for (int call : breaks) {
      try {
        work(clock).run(lease(topic, clock).breaksAt(call), topic.state());
      } catch (InterruptedException e) {
        clock.pass(Duration.ofSeconds(15));
      }
    }
    work(clock).run(lease(topic, clock), topic.state());
    return topic.documents();
  }

  private static Ticking clock() {
    return new Ticking("2026-01-12T12:00:00Z");
  }

  private static PlayedLease lease(Topic topic, Ticking clock) {
    return new PlayedLease("group", topic.committed(), clock, Duration.ofMinutes(5));
  }

  private static SourcesWork work(Ticking clock) {
    Archive archive = new Archive("archive", GROUP);
    for (int day = 9; day < 9 + DAYS; day++) {
      archive.add("2026-01-%02d".formatted(day), "2601.000%02d".formatted(day));
    }
    return new SourcesWork(
        List.of(new ConfiguredSource(archive, true, archive.schedule())),
        new NoWeb(),
        new NoBudgets(),
        new SourceMetrics(new SimpleMeterRegistry(), clock),
        clock,
        new Random(7));
  }
}
