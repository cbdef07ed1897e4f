package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Items that wait for their next try. Not thread-safe. */
final class RetryQueue<T> {

  private record Waiting<T>(T item, long dueNanos) {}

  private final LongSupplier nanos;
  private final PriorityQueue<Waiting<T>> queue =
      new PriorityQueue<>((a, b) -> Long.signum(a.dueNanos() - b.dueNanos()));

  RetryQueue(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void add(T item, Duration wait) {
    queue.add(new Waiting<>(item, nanos.getAsLong() + wait.toNanos()));
  }

  /** Takes the items whose time has come. */
  List<T> due() {
    List<T> due = new ArrayList<>();
    long now = nanos.getAsLong();
    for (Waiting<T> next = queue.peek();
        next != null && next.dueNanos() - now <= 0;
        next = queue.peek()) {
      due.add(next.item());
      queue.remove();
    }
    return due;
  }

  /** Drops items and returns them. */
  List<T> removeIf(Predicate<T> condition) {
    List<T> dropped = queue.stream().map(Waiting::item).filter(condition).toList();
    queue.removeIf(waiting -> condition.test(waiting.item()));
    return dropped;
  }

  int size() {
    return queue.size();
  }
}
