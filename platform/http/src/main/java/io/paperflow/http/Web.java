package io.paperflow.http;

/**
 * What is read from the web. One attempt a call: whoever asks decides whether and when to ask
 * again. Thread-safe.
 */
@FunctionalInterface
public interface Web {

  /**
   * Waits for its turn at the host, asks, and follows redirects.
   *
   * @return never an exception for what a server or the network does: see {@link Answer}
   * @throws InterruptedException while waiting for its turn
   */
  Answer get(Request request) throws InterruptedException;
}
