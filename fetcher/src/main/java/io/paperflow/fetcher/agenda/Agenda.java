package io.paperflow.fetcher.agenda;

import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.source.Trouble.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** What is to be done of the tasks of a host group, one step after the other. Not thread-safe. */
public final class Agenda {

  private static final Comparator<Entry<Task, Progress>> ORDER =
      Comparator.<Entry<Task, Progress>, Kind>comparing(entry -> entry.getKey().kind())
          .thenComparing(entry -> entry.getValue().dueAt());

  private final Map<Task, Progress> tasks = new LinkedHashMap<>();

  /** Sets how far a task is. */
  public void put(Task task, Progress progress) {
    tasks.put(task, progress);
  }

  /** How far a task is. */
  public Optional<Progress> progress(Task task) {
    return Optional.ofNullable(tasks.get(task));
  }

  /**
   * The task whose turn it is: of those that are due the most urgent kind, of these the one that
   * has waited longest.
   */
  public Optional<Task> next(Instant now) {
    if (quietUntil().isAfter(now)) {
      return Optional.empty();
    }
    return tasks.entrySet().stream()
        .filter(Agenda::open)
        .filter(entry -> !entry.getValue().dueAt().isAfter(now))
        .min(ORDER)
        .map(Entry::getKey);
  }

  /** When there will be something to do; empty when there never will by itself. */
  public Optional<Instant> wake() {
    Instant quiet = quietUntil();
    return tasks.entrySet().stream()
        .filter(Agenda::open)
        .map(entry -> entry.getValue().dueAt())
        .min(Comparator.naturalOrder())
        .map(due -> due.isAfter(quiet) ? due : quiet);
  }

  /** A host that asked for less is asked by none of its sources until the time it named. */
  private Instant quietUntil() {
    return tasks.values().stream()
        .filter(progress -> progress.trouble().filter(t -> t.cause() == Cause.OVERLOAD).isPresent())
        .map(Progress::dueAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** A backfill that is finished is not begun again. */
  private static boolean open(Entry<Task, Progress> entry) {
    return entry.getKey().kind() != Kind.BACKFILL || entry.getValue().underWay();
  }
}
