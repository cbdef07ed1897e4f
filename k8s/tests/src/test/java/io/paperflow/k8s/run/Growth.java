package io.paperflow.k8s.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches a number that should grow, and knows the longest time for which it did not. */
final class Growth implements AutoCloseable {

  private final Callable<Integer> number;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Duration longest = Duration.ZERO;

  Growth(Callable<Integer> number) {
    this.number = number;
    this.thread = Thread.ofPlatform().name("growth").start(this::run);
  }

  private void run() {
    try {
      int last = number.call();
      // Before the first step the flow has not begun.
      boolean began = false;
      long moved = System.nanoTime();
      while (!closed.await(100, TimeUnit.MILLISECONDS)) {
        int now = number.call();
        Duration still = Duration.ofNanos(System.nanoTime() - moved);
        if (began && still.compareTo(longest) > 0) {
          longest = still;
        }
        if (now != last) {
          began = true;
          last = now;
          moved = System.nanoTime();
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends; the longest stand between two steps. */
  Duration longestStand() throws InterruptedException {
    close();
    thread.join();
    return longest;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
