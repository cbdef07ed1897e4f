package io.paperflow.bench;

import java.time.Duration;

/** Keeps the last look at a process that ends by itself. Thread-safe. */
final class ProcessWatch implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final long pid;
  private final Thread thread;
  private volatile ProcessUse last = ProcessUse.NONE;

  private ProcessWatch(long pid) {
    this.pid = pid;
    this.thread = Thread.ofVirtual().name("watch-of-" + pid).unstarted(this::look);
  }

  static ProcessWatch start(long pid) {
    ProcessWatch watch = new ProcessWatch(pid);
    watch.thread.start();
    return watch;
  }

  private void look() {
    try {
      while (!Thread.interrupted()) {
        ProcessUse.of(pid).ifPresent(use -> last = use);
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /** What the process had used at the last look. */
  ProcessUse last() {
    return last;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
