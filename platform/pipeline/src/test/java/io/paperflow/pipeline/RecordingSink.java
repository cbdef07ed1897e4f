package io.paperflow.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that remembers what it took, in its order, and how it was used. */
final class RecordingSink implements Sink<String> {

  /** Decides on an item; anything but {@link Verdict.Done} leaves it out of the store. */
  @FunctionalInterface
  interface Decision {
    Verdict on(Delivery<String> item, int attempt) throws InterruptedException;
  }

  static final Failure AWAY = Failure.transientFailure("store-away", "the store is away");

  private final Decision decision;
  private final List<String> stored = new ArrayList<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> keysAtWork = new HashSet<>();
  private final AtomicInteger keysAtWorkTwice = new AtomicInteger();
  private final List<Integer> sizesWhenCaughtUp = new ArrayList<>();
  private volatile Optional<Failure> away = Optional.empty();

  RecordingSink(Decision decision) {
    this.decision = decision;
  }

  /** A store that takes everything. */
  RecordingSink() {
    this((_, _) -> Verdict.done());
  }

  void away(boolean isAway) {
    away = isAway ? Optional.of(AWAY) : Optional.empty();
  }

  @Override
  public List<Verdict> write(List<Delivery<String>> batch) throws InterruptedException {
    begin(batch);
    List<Verdict> verdicts = new ArrayList<>();
    for (Delivery<String> item : batch) {
      int attempt = attempted(item);
      Verdict verdict = away.isPresent() ? Verdict.failed(away.get()) : decision.on(item, attempt);
      if (verdict instanceof Verdict.Done) {
        store(item);
      }
      verdicts.add(verdict);
    }
    end(batch);
    return verdicts;
  }

  private synchronized void begin(List<Delivery<String>> batch) {
    for (Delivery<String> item : batch) {
      if (!keysAtWork.add(item.key())) {
        keysAtWorkTwice.incrementAndGet();
      }
    }
  }

  private synchronized void end(List<Delivery<String>> batch) {
    batch.forEach(item -> keysAtWork.remove(item.key()));
  }

  private synchronized int attempted(Delivery<String> item) {
    return attempts.merge(item.value(), 1, Integer::sum);
  }

  private synchronized void store(Delivery<String> item) {
    stored.add(item.value());
  }

  @Override
  public synchronized void caughtUp() {
    sizesWhenCaughtUp.add(stored.size());
  }

  /** How many items there were each time the store was told that no more wait. */
  synchronized List<Integer> sizesWhenCaughtUp() {
    return List.copyOf(sizesWhenCaughtUp);
  }

  @Override
  public Optional<Failure> check() {
    return away;
  }

  /** What was stored, in its order. */
  synchronized List<String> stored() {
    return List.copyOf(stored);
  }

  synchronized boolean holds(String value) {
    return stored.contains(value);
  }

  synchronized int size() {
    return stored.size();
  }

  List<Numbered> numbered() {
    return stored().stream().map(Numbered::parse).toList();
  }

  /** How often an item was tried. */
  synchronized int attempts(String value) {
    return attempts.getOrDefault(value, 0);
  }

  synchronized int mostAttempts() {
    return attempts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How often two items of one key were at work at once. */
  int keysAtWorkTwice() {
    return keysAtWorkTwice.get();
  }
}
