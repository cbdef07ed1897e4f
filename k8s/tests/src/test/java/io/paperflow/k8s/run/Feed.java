package io.paperflow.k8s.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts a file of new papers into a folder each second, until it is closed. */
final class Feed implements AutoCloseable {

  private final InventedPapers papers;
  private final Path folder;
  private final int each;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private int given;

  Feed(InventedPapers papers, Path folder, int each) {
    this.papers = papers;
    this.folder = folder;
    this.each = each;
    this.thread = Thread.ofPlatform().name("feed").start(this::run);
  }

  private void run() {
    try {
      do {
        papers.put(folder, each);
        given += each;
      } while (!closed.await(1, TimeUnit.SECONDS));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends; the number of papers that were given. */
  int end() throws InterruptedException {
    close();
    thread.join();
    return given;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
