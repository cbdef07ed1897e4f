package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Works on the items of a batch on several threads: items of one key on one lane in their order,
 * those of different keys side by side.
 */
final class Lanes implements AutoCloseable {

  private final int count;
  private final ExecutorService executor;

  Lanes(String name, int count) {
    this.count = count;
    this.executor =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("lane-" + name + "-", 0).factory());
  }

  /** Starts on a batch. The work must not throw; it should end early once the batch is given up. */
  <A, B> Batch<B> start(List<A> items, ToIntFunction<A> keyHash, Function<A, B> work) {
    int lanes = Math.clamp(items.size(), 1, count);
    Batch<B> batch = new Batch<>(items.size(), lanes);
    for (int lane = 0; lane < lanes; lane++) {
      int own = lane;
      executor.execute(
          () -> {
            try {
              for (int i = 0; i < items.size() && !batch.givenUp(); i++) {
                if (lanes == 1 || Math.floorMod(keyHash.applyAsInt(items.get(i)), lanes) == own) {
                  batch.results.set(i, work.apply(items.get(i)));
                }
              }
            } finally {
              batch.running.countDown();
            }
          });
    }
    return batch;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** A batch under work. */
  static final class Batch<B> {

    private final AtomicReferenceArray<B> results;
    private final CountDownLatch running;
    private volatile boolean givenUp;

    private Batch(int size, int lanes) {
      results = new AtomicReferenceArray<>(size);
      running = new CountDownLatch(lanes);
    }

    /** Whether all lanes ended within the wait. */
    boolean await(Duration wait) throws InterruptedException {
      return running.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveUp() {
      givenUp = true;
    }

    boolean givenUp() {
      return givenUp;
    }

    /** The results in the items' order, once all lanes have ended. */
    List<B> results() {
      List<B> list = new ArrayList<>(results.length());
      for (int i = 0; i < results.length(); i++) {
        list.add(results.get(i));
      }
      return list;
    }
  }
}
