package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run must have kept, whatever happened in it. */
@FunctionalInterface
interface Guarantee {

  /**
   * A run.
   *
   * @param sent in the order of their sending
   * @param arrived in the order of their arrival, as far as there is one
   */
  record Run(List<Numbered> sent, List<Numbered> arrived) {}

  /** Fails when the run broke it. */
  void check(Run run);

  /** Everything that was sent arrived, and nothing else. */
  Guarantee NOTHING_LOST =
      run -> {
        Set<Numbered> missing = new HashSet<>(run.sent());
        run.arrived().forEach(missing::remove);
        assertEquals(0, missing.size(), () -> "lost " + sample(missing));
        Set<Numbered> foreign = new HashSet<>(run.arrived());
        run.sent().forEach(foreign::remove);
        assertEquals(0, foreign.size(), () -> "never sent " + sample(foreign));
      };

  /** Nothing arrived twice. */
  Guarantee NOTHING_TWICE =
      run -> {
        Set<Numbered> seen = new HashSet<>();
        List<Numbered> twice = run.arrived().stream().filter(n -> !seen.add(n)).toList();
        assertEquals(0, twice.size(), () -> "twice " + sample(twice));
      };

  /** What has the same key arrived in the order of its sending. */
  Guarantee ORDER_PER_KEY =
      run -> {
        Map<String, Integer> last = new HashMap<>();
        for (Numbered n : run.arrived()) {
          int before = last.getOrDefault(n.key(), -1);
          assertTrue(before <= n.number(), () -> n + " came after number " + before);
          last.put(n.key(), n.number());
        }
      };

  /** Of each key, what arrived last is what was sent last: replays end where they should. */
  Guarantee NEWEST_LAST = run -> assertEquals(lastOfKeys(run.sent()), lastOfKeys(run.arrived()));

  private static Map<String, Integer> lastOfKeys(List<Numbered> items) {
    Map<String, Integer> last = new HashMap<>();
    items.forEach(n -> last.put(n.key(), n.number()));
    return last;
  }

  /** The counters of a loop that has ended add up. */
  static void accounted(MeterRegistry registry, String loop) {
    double consumed = count(registry, loop, "consumed");
    double accounted =
        count(registry, loop, "done")
            + count(registry, loop, "dead.lettered")
            + count(registry, loop, "returned");
    assertEquals(consumed, accounted, "consumed = done + dead.lettered + returned");
    assertEquals(0.0, registry.get("paperflow.loop.in.flight").tag("loop", loop).gauge().value());
  }

  static double count(MeterRegistry registry, String loop, String counter) {
    return registry.get("paperflow.loop." + counter).tag("loop", loop).counter().count();
  }

  private static String sample(Iterable<Numbered> items) {
    List<Numbered> some = new ArrayList<>();
    items.forEach(some::add);
    return some.size() + ", such as " + some.subList(0, Math.min(10, some.size()));
  }
}
