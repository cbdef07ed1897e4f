package io.paperflow.standalone;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Ends the work of a thread when a signal or a failure asks for it. After a signal the process
 * stays until the work has ended in order.
 */
final class Signals {

  private final CountDownLatch ended = new CountDownLatch(1);
  private Optional<Thread> worker = Optional.of(Thread.currentThread());
  private boolean asked;

  private Signals() {}

  /** For the present thread, which is interrupted by SIGTERM, SIGINT and SIGHUP. */
  static Signals interruptingThisThread() {
    Signals signals = new Signals();
    Runtime.getRuntime().addShutdownHook(new Thread(signals::endInOrder, "stop"));
    return signals;
  }

  /** Asks the thread to end. */
  synchronized void ask() {
    asked = true;
    worker.ifPresent(Thread::interrupt);
  }

  synchronized boolean asked() {
    return asked;
  }

  /** From here on the thread is not interrupted: it closes what is open, which takes its time. */
  synchronized void leaveAlone() {
    worker = Optional.empty();
    var _ = Thread.interrupted();
  }

  /** All is closed. */
  void ended() {
    ended.countDown();
  }

  private void endInOrder() {
    ask();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
