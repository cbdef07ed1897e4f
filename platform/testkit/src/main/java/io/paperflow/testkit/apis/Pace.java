package io.paperflow.testkit.apis;

import io.paperflow.testkit.apis.Traffic.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How fast requests came. Times are those of the servers' clock.
 *
 * @param calls in the order in which they came
 */
public record Pace(List<Call> calls) {

  /** Requests. */
  public int requests() {
    return calls.size();
  }

  /** The shortest time between the beginnings of two requests; empty with fewer than two. */
  public Optional<Duration> shortestDistance() {
    List<Instant> times = times();
    return IntStream.range(1, times.size())
        .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
        .min(Comparator.naturalOrder());
  }

  /** The most requests that ran at the same time. */
  public int mostAtOnce() {
    NavigableMap<Long, Integer> changes = new TreeMap<>();
    for (Call call : calls) {
      changes.put(call.beganAs(), 1);
      if (call.endedAs() != Long.MAX_VALUE) {
        changes.put(call.endedAs(), -1);
      }
    }
    int running = 0;
    int most = 0;
    for (int change : changes.values()) {
      running += change;
      most = Math.max(most, running);
    }
    return most;
  }

  /** The most requests that began within any time of this length. */
  public int mostWithin(Duration window) {
    List<Instant> times = times();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (!times.get(first).plus(window).isAfter(times.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Requests that began before the time that an earlier refusal had named. */
  public List<Call> early() {
    List<Call> refused = calls.stream().filter(c -> c.notBefore().isPresent()).toList();
    return calls.stream().filter(c -> refused.stream().anyMatch(r -> forbade(r, c))).toList();
  }

  /** Requests that the server refused because there were too many, and not by a mishap. */
  public List<Call> beyondQuota() {
    return calls.stream().filter(c -> c.status() == 429 && c.mishap().isEmpty()).toList();
  }

  private List<Instant> times() {
    return calls.stream().map(Call::began).sorted().toList();
  }

  private static boolean forbade(Call refused, Call later) {
    return refused.endedAs() < later.beganAs()
        && refused.notBefore().map(later.began()::isBefore).orElse(false);
  }
}
