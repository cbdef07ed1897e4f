package io.paperflow.pipeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A queue that lets at most one item of a key out at a time: the next follows when the key is
 * released. So items of one key are handled in order while those of other keys pass. Not
 * thread-safe.
 */
final class KeyedQueue<T> {

  private final Function<T, Object> keyOf;
  private final ArrayDeque<T> ready = new ArrayDeque<>();

  /** Items behind the one that holds the key; a key is here as long as it is held. */
  private final Map<Object, ArrayDeque<T>> waiting = new HashMap<>();

  private int size;

  KeyedQueue(Function<T, Object> keyOf) {
    this.keyOf = keyOf;
  }

  void offer(T item) {
    size++;
    ArrayDeque<T> behind = waiting.get(keyOf.apply(item));
    if (behind == null) {
      waiting.put(keyOf.apply(item), new ArrayDeque<>(0));
      ready.addLast(item);
    } else {
      behind.addLast(item);
    }
  }

  /** The next item whose key is free; its key is held until it is released. */
  Optional<T> poll() {
    T item = ready.pollFirst();
    if (item == null) {
      return Optional.empty();
    }
    size--;
    return Optional.of(item);
  }

  /** Lets the next item of a key out. */
  void release(T item) {
    Object key = keyOf.apply(item);
    ArrayDeque<T> behind = waiting.get(key);
    if (behind == null || behind.isEmpty()) {
      waiting.remove(key);
    } else {
      ready.addLast(behind.removeFirst());
    }
  }

  /** Puts an item whose key is still held back in front. */
  void putBack(T item) {
    size++;
    ready.addFirst(item);
  }

  /** Drops queued items; those that are out stay out until released. */
  int removeIf(Predicate<T> condition) {
    int before = size;
    Collection<T> dropped = ready.stream().filter(condition).toList();
    for (ArrayDeque<T> behind : waiting.values()) {
      int length = behind.size();
      behind.removeIf(condition);
      size -= length - behind.size();
    }
    for (T item : dropped) {
      ready.remove(item);
      size--;
      release(item);
    }
    return before - size;
  }

  int readySize() {
    return ready.size();
  }

  int size() {
    return size;
  }
}
