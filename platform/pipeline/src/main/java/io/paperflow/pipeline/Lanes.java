package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works on the items of a batch on several threads: items of one key on one lane in their order,
 * those of different keys side by side.
 */
final class Lanes implements AutoCloseable {

  /** What is done with an item. */
  @FunctionalInterface
  interface Work<A, B> {

    /** Works on an item; waits only with the patience it is given. */
    B on(A item, Patience patience);
  }

  /** Waits which end early when the result is no longer wanted. */
  @FunctionalInterface
  interface Patience {

    /** Waits; returns false when the result is no longer wanted. */
    boolean waited(Duration wait);
  }

  private final int count;
  private final ExecutorService executor;

  Lanes(String name, int count) {
    this.count = count;
    this.executor =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("lane-" + name + "-", 0).factory());
  }

  /** Starts on a batch. What the work throws is thrown again by {@link Batch#results()}. */
  <A, B> Batch<B> start(List<A> items, ToIntFunction<A> keyHash, Work<A, B> work) {
    int lanes = Math.clamp(items.size(), 1, count);
    Batch<B> batch = new Batch<>(items.size(), lanes);
    for (int lane = 0; lane < lanes; lane++) {
      int own = lane;
      executor.execute(
          () ->
              batch.run(
                  i -> lanes == 1 || Math.floorMod(keyHash.applyAsInt(items.get(i)), lanes) == own,
                  i -> work.on(items.get(i), batch)));
    }
    return batch;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** A batch under work. */
  static final class Batch<B> implements Patience {

    private final AtomicReferenceArray<B> results;
    private final CountDownLatch running;
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

    private Batch(int size, int lanes) {
      results = new AtomicReferenceArray<>(size);
      running = new CountDownLatch(lanes);
    }

    private void run(java.util.function.IntPredicate own, java.util.function.IntFunction<B> work) {
      try {
        for (int i = 0; i < results.length() && !givenUp(); i++) {
          if (own.test(i)) {
            results.set(i, work.apply(i));
          }
        }
      } catch (Throwable e) { // A lane that ended without a word would look like one that is done.
        thrown.compareAndSet(null, e);
        giveUp();
      } finally {
        running.countDown();
      }
    }

    /** Whether all lanes ended within the wait. */
    boolean await(Duration wait) throws InterruptedException {
      return running.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has the lanes end before their next item. */
    void giveUp() {
      givenUp.countDown();
    }

    boolean givenUp() {
      return givenUp.getCount() == 0;
    }

    @Override
    public boolean waited(Duration wait) {
      try {
        return !givenUp.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** The results in the items' order, once all lanes have ended by themselves. */
    List<B> results() {
      switch (thrown.get()) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {}
      }
      List<B> list = new ArrayList<>(results.length());
      for (int i = 0; i < results.length(); i++) {
        list.add(results.get(i));
      }
      return list;
    }
  }
}
