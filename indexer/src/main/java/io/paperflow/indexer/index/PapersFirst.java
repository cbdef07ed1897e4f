package io.paperflow.indexer.index;

import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets papers go before what is known of their repositories while both wait to be written: facts
 * wait for a moment in which no paper is written, but not for ever. Thread-safe.
 */
public final class PapersFirst {

  private final Duration longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int writing;

  /**
   * An order of two sinks.
   *
   * @param longest that a batch of the later one waits
   */
  public PapersFirst(Duration longest) {
    this.longest = longest;
  }

  /** The sink that goes first. */
  public <T> Sink<T> first(Sink<T> sink) {
    return new Ordered<>(sink) {
      @Override
      public List<Verdict> write(List<Delivery<T>> batch) throws InterruptedException {
        change(1);
        try {
          return super.write(batch);
        } finally {
          change(-1);
        }
      }
    };
  }

  /** The sink that waits. */
  public <T> Sink<T> later(Sink<T> sink) {
    return new Ordered<>(sink) {
      @Override
      public List<Verdict> write(List<Delivery<T>> batch) throws InterruptedException {
        awaitIdle();
        return super.write(batch);
      }
    };
  }

  private void change(int by) {
    lock.lock();
    try {
      writing += by;
      if (writing == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitIdle() throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (writing > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return lock.getWaitQueueLength(idle);
    } finally {
      lock.unlock();
    }
  }

  /** A sink in whose way something comes before a batch. */
  private abstract static class Ordered<T> implements Sink<T> {

    private final Sink<T> sink;

    Ordered(Sink<T> sink) {
      this.sink = sink;
    }

    @Override
    public List<Verdict> write(List<Delivery<T>> batch) throws InterruptedException {
      return sink.write(batch);
    }

    @Override
    public void caughtUp() throws InterruptedException {
      sink.caughtUp();
    }

    @Override
    public Optional<Failure> check() {
      return sink.check();
    }
  }
}
