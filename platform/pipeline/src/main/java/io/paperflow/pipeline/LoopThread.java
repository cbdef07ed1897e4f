package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the body of a loop on a thread: prepares, takes turns, prepares again after trouble with
 * back-off, drains at the end. The back-off is reset only by progress, so that trouble which
 * returns with every try is not hammered.
 */
final class LoopThread {

  /** What a loop does; called on the loop's thread only. */
  interface Body {

    /** Connects or, after trouble, returns to the last committed state. */
    void prepare();

    /** One turn; returns whether something was committed. */
    boolean turn();

    /** Finishes what is under way and commits it. */
    void drain();

    /** Frees everything; must not throw. */
    void release();

    /** Partitions assigned now. */
    int assigned();
  }

  private static final Logger log = LoggerFactory.getLogger(LoopThread.class);

  private final String name;
  private final Body body;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  private volatile LoopStatus.State state = LoopStatus.State.NEW;
  private volatile boolean paused;
  private volatile long movedAt = System.nanoTime();
  private volatile int assigned;
  private volatile Optional<Failure> trouble = Optional.empty();

  LoopThread(String name, Body body, Backoff backoff, RandomGenerator random) {
    this.name = name;
    this.body = body;
    this.backoff = backoff;
    this.random = random;
    this.thread = Thread.ofPlatform().name("loop-" + name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void pause(boolean pause) {
    paused = pause;
  }

  boolean paused() {
    return paused;
  }

  boolean closing() {
    return closing.getCount() == 0;
  }

  /** Tells that the thread is alive; long waits call it too. */
  void moved() {
    movedAt = System.nanoTime();
  }

  LoopStatus status() {
    Duration since =
        state == LoopStatus.State.NEW
            ? Duration.ZERO
            : Duration.ofNanos(System.nanoTime() - movedAt);
    return new LoopStatus(state, since, assigned, trouble);
  }

  /** Asks the thread to end and waits for it. */
  void close(Duration bound) {
    closing.countDown();
    if (!thread.isAlive()) {
      return;
    }
    try {
      if (!thread.join(bound)) {
        log.warn("{}: still draining after {}; what is open will be done again", name, bound);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      if (turns()) {
        state = LoopStatus.State.DRAINING;
        body.drain();
      }
      if (state != LoopStatus.State.FAILED) {
        state = LoopStatus.State.STOPPED;
      }
    } catch (RuntimeException e) {
      log.warn("{}: the drain failed, what was open will be done again: {}", name, e.toString());
      state = LoopStatus.State.STOPPED;
    } catch (Error e) {
      log.error("{}: the loop ended", name, e);
      fail(new Failure("loop-error", FailureCategory.FATAL, e.toString()));
    } finally {
      body.release();
    }
  }

  /** Takes turns until the end; returns whether the last one left a state that may be committed. */
  private boolean turns() {
    boolean prepared = false;
    int failures = 0;
    while (!closing() && state != LoopStatus.State.FAILED) {
      moved();
      try {
        if (!prepared) {
          state = LoopStatus.State.PREPARING;
          body.prepare();
          prepared = true;
        }
        state = paused ? LoopStatus.State.PAUSED : LoopStatus.State.RUNNING;
        if (body.turn()) {
          failures = 0;
          trouble = Optional.empty();
        }
        assigned = body.assigned();
      } catch (FatalLoopException e) {
        fail(e.failure());
      } catch (AuthenticationException | AuthorizationException e) {
        fail(
            new Failure(
                "kafka-refused",
                FailureCategory.FATAL,
                "Kafka refused "
                    + name
                    + ": "
                    + e.getMessage()
                    + "; check its credentials and ACLs"));
      } catch (RuntimeException e) {
        prepared = false;
        failures++;
        recover(e, failures);
      }
    }
    return prepared && state != LoopStatus.State.FAILED;
  }

  private void recover(RuntimeException e, int failures) {
    Duration wait = backoff.after(failures, random);
    trouble =
        Optional.of(
            Failure.transientFailure(
                "kafka-trouble", e.getClass().getSimpleName() + ": " + e.getMessage()));
    log.warn(
        "{}: {}; goes back to what is committed in {} ms", name, e.toString(), wait.toMillis());
    log.debug("{}: cause", name, e);
    try {
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{}: closing while recovering", name);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private void fail(Failure failure) {
    log.error("{}: stopped: {}", name, failure.message());
    trouble = Optional.of(failure);
    state = LoopStatus.State.FAILED;
  }
}
