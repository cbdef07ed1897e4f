package io.paperflow.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes what takes too long: a blocked read or handshake cannot be timed as a whole. */
final class Watchdog implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-watchdog").factory());
    timer.setRemoveOnCancelPolicy(true);
    // Who comes after the end is not watched; there is nothing to wait for then.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Something is to be closed after a while, unless it is called off. */
  Watch watch(Closeable what, Duration longest) {
    Watch watch = new Watch(what);
    watch.future = timer.schedule(watch::bite, longest.toNanos(), TimeUnit.NANOSECONDS);
    return watch;
  }

  @Override
  public void close() {
    var _ = timer.shutdownNow();
  }

  /** One thing that is watched. Thread-safe. */
  static final class Watch {

    private final Closeable what;
    private volatile boolean bitten;
    private volatile Future<?> future = CompletableFuture.completedFuture(null);

    private Watch(Closeable what) {
      this.what = what;
    }

    private void bite() {
      bitten = true;
      try {
        what.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }

    /** Whether it took too long. */
    boolean hasBitten() {
      return bitten;
    }

    void callOff() {
      future.cancel(false);
    }
  }
}
