package io.paperflow.enricher.watch;

import io.paperflow.http.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done with which repository, and when: of what is due the more urgent first, of that
 * the longer due. Not thread-safe.
 */
final class Agenda {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** What can be done. */
  enum Kind {
    /** Ask the forge about it. */
    ASK,
    /** Read its texts. */
    READ
  }

  /** Something to be done, once at a time for each repository. */
  record Task(Kind kind, String identity) {}

  /** What is done together. */
  record Batch(Kind kind, Priority priority, List<String> identities) {}

  private record Level(Priority priority, Kind kind) implements Comparable<Level> {
    @Override
    public int compareTo(Level other) {
      return Comparator.comparing(Level::priority).thenComparing(Level::kind).compare(this, other);
    }
  }

  private record Slot(Instant due, Level level, String identity) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      return Comparator.comparing(Slot::due).thenComparing(Slot::identity).compare(this, other);
    }
  }

  private final Map<Task, Slot> slots = new HashMap<>();
  private final NavigableMap<Level, NavigableSet<Slot>> levels = new TreeMap<>();

  /** Puts a task, in place of the same one. */
  void put(Task task, Priority priority, Instant due) {
    remove(task);
    Slot slot = new Slot(due, new Level(priority, task.kind()), task.identity());
    slots.put(task, slot);
    levels.computeIfAbsent(slot.level(), _ -> new TreeSet<>()).add(slot);
  }

  void remove(Task task) {
    Optional.ofNullable(slots.remove(task)).ifPresent(old -> of(old.level()).remove(old));
  }

  private NavigableSet<Slot> of(Level level) {
    return levels.getOrDefault(level, new TreeSet<>());
  }

  /**
   * Takes what is due and most urgent; a batch that is not full of it is filled with the less
   * urgent of its kind, which costs nothing then.
   *
   * @param most repositories that can be asked about at once; texts are read one by one
   */
  Optional<Batch> take(Instant now, int most) {
    Optional<Level> first =
        levels.entrySet().stream()
            .filter(level -> hasDue(level.getValue(), now))
            .map(Map.Entry::getKey)
            .findFirst();
    return first.map(level -> take(level, now, level.kind() == Kind.READ ? 1 : most));
  }

  private static boolean hasDue(NavigableSet<Slot> slots, Instant now) {
    return !slots.isEmpty() && !slots.first().due().isAfter(now);
  }

  private Batch take(Level first, Instant now, int most) {
    List<String> identities = new ArrayList<>();
    for (Map.Entry<Level, NavigableSet<Slot>> level : levels.entrySet()) {
      NavigableSet<Slot> queue = level.getValue();
      while (level.getKey().kind() == first.kind()
          && identities.size() < most
          && hasDue(queue, now)) {
        String identity = queue.removeFirst().identity();
        slots.remove(new Task(first.kind(), identity));
        identities.add(identity);
      }
    }
    return new Batch(first.kind(), first.priority(), identities);
  }

  /** Whether so many repositories are due to be asked about. */
  boolean fills(Instant now, int batch) {
    return levels.entrySet().stream()
            .filter(level -> level.getKey().kind() == Kind.ASK)
            .flatMap(level -> level.getValue().stream().takeWhile(slot -> !slot.due().isAfter(now)))
            .limit(batch)
            .count()
        == batch;
  }

  /**
   * How long to wait for the next task, in one piece not too long.
   *
   * @param notBefore until then nothing is done
   */
  Duration wait(Instant now, Instant notBefore) {
    return wake()
        .map(at -> at.isBefore(notBefore) ? notBefore : at)
        .map(at -> Duration.between(now, at))
        .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
        .orElse(LONGEST_WAIT);
  }

  private Optional<Instant> wake() {
    return levels.values().stream()
        .filter(queue -> !queue.isEmpty())
        .map(queue -> queue.first().due())
        .min(Instant::compareTo);
  }

  int size() {
    return slots.size();
  }
}
