package io.paperflow.notifier.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What was counted of a paper or a repository. Which observations it holds does not depend on the
 * order in which they came. Times are milliseconds since the epoch.
 */
final class Track {

  private final List<Observation> observations = new ArrayList<>(2);

  void add(Observation fresh) {
    for (int i = 0; i < observations.size(); i++) {
      if (observations.get(i).sharesHourWith(fresh)) {
        if (Observation.ORDER.compare(fresh, observations.get(i)) > 0) {
          observations.set(i, fresh);
        }
        return;
      }
    }
    observations.add(fresh);
  }

  /** Whether anything is left. */
  boolean forgetBefore(long time) {
    observations.removeIf(observation -> observation.at() < time);
    return !observations.isEmpty();
  }

  long firstAt() {
    return observations.stream().mapToLong(Observation::at).min().orElse(Long.MAX_VALUE);
  }

  /** When it came into the world: when it was listed, else what is known of that. */
  OptionalLong since() {
    OptionalLong listed = since(o -> o.votes() != Observation.UNKNOWN);
    return listed.isPresent() ? listed : since(_ -> true);
  }

  private OptionalLong since(Predicate<Observation> those) {
    return observations.stream()
        .filter(those)
        .mapToLong(Observation::since)
        .filter(since -> since != Observation.UNKNOWN)
        .min();
  }

  /** What a count rose by after a moment, until another. */
  int gain(ToIntFunction<Observation> count, long from, long to) {
    int now = newest(count, to);
    if (now == Observation.UNKNOWN) {
      return 0;
    }
    int before = newest(count, from);
    if (before == Observation.UNKNOWN) {
      // What is younger than the window had nothing before it; of others that is not known.
      before = since().orElse(from) > from ? 0 : oldest(count, to);
    }
    return Math.max(0, now - before);
  }

  private int newest(ToIntFunction<Observation> count, long until) {
    return observations.stream()
        .filter(o -> o.at() <= until && count.applyAsInt(o) != Observation.UNKNOWN)
        .max(Observation.ORDER)
        .map(count::applyAsInt)
        .orElse(Observation.UNKNOWN);
  }

  private int oldest(ToIntFunction<Observation> count, long until) {
    return observations.stream()
        .filter(o -> o.at() <= until && count.applyAsInt(o) != Observation.UNKNOWN)
        .min(Observation.ORDER)
        .map(count::applyAsInt)
        .orElse(0);
  }

  /** In the order of their names. */
  Set<String> repositories(long until) {
    Set<String> names = new TreeSet<>();
    observations.stream()
        .filter(o -> o.at() <= until)
        .forEach(observation -> names.addAll(observation.repositories()));
    return names;
  }
}
