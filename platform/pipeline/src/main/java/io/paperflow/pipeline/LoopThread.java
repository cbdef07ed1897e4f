package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the body of a loop on a thread: prepares, takes turns, prepares again after trouble with
 * back-off, drains at the end. The back-off is reset only by progress or a time without trouble, so
 * that trouble which returns with every try is not hammered.
 */
final class LoopThread {

  /** What a loop does; called on the loop's thread only. */
  interface Body {

    /** Connects or, after trouble, returns to the last committed state. */
    void prepare();

    /** One turn; returns whether records were committed. */
    boolean turn(Signals signals);

    /** Finishes what is under way and commits it. */
    void drain(Signals signals);

    /** Frees everything; must not throw. */
    void release();

    /** Partitions assigned now. */
    int assigned();

    /** What keeps the loop from going on, if anything. */
    Optional<Failure> waitsFor();
  }

  /** What the world and the loop's thread tell each other during a turn. */
  interface Signals {

    /** Whether reading is to pause. */
    boolean paused();

    /** Whether the loop is to end. */
    boolean closing();

    /** Tells that the thread is alive; to be called in long waits. */
    void moved();
  }

  private static final Logger log = LoggerFactory.getLogger(LoopThread.class);

  /** Longer than the longest back-off and than the trouble after it takes to show. */
  private static final Duration CALM = Duration.ofSeconds(20);

  /** What a thread that was interrupted may still need to leave the group. */
  private static final Duration RELEASE = Duration.ofSeconds(8);

  private final String name;
  private final Body body;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Signals signals = new ThreadSignals();

  private volatile LoopStatus.State state = LoopStatus.State.NEW;
  private volatile boolean paused;
  private volatile long movedAt = System.nanoTime();
  private volatile int assigned;
  private volatile Optional<Failure> trouble = Optional.empty();
  private volatile Optional<Failure> waitsFor = Optional.empty();

  /** Touched by the loop's thread only. */
  private int failures;

  private long failedAt;

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

  LoopStatus status() {
    LoopStatus.State now = state;
    boolean moves = now != LoopStatus.State.NEW && now != LoopStatus.State.STOPPED;
    Duration since = moves ? Duration.ofNanos(System.nanoTime() - movedAt) : Duration.ZERO;
    return new LoopStatus(now, since, assigned, trouble.or(() -> waitsFor));
  }

  /** Asks the thread to end and waits for it. */
  void close(Duration bound) {
    closing.countDown();
    if (!thread.isAlive()) {
      return;
    }
    try {
      if (state == LoopStatus.State.PREPARING) {
        // It waits for a broker and has nothing to finish.
        thread.interrupt();
      }
      if (!thread.join(bound)) {
        log.warn("{}: still draining after {}; what is open will be done again", name, bound);
        thread.interrupt();
        thread.join(RELEASE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      if (turns()) {
        state = LoopStatus.State.DRAINING;
        body.drain(signals);
      }
    } catch (RuntimeException e) {
      log.warn("{}: the drain failed, what was open will be done again: {}", name, e.toString());
    } catch (Error e) {
      log.error("{}: the loop ended", name, e);
      fail(new Failure("loop-error", FailureCategory.FATAL, e.toString()));
    } finally {
      // Leaving the group takes a request, which an interrupted thread does not send.
      var _ = Thread.interrupted();
      body.release();
      assigned = 0;
      if (state != LoopStatus.State.FAILED) {
        state = LoopStatus.State.STOPPED;
      }
    }
  }

  /** Takes turns until the end; returns whether the last one left a state that may be committed. */
  private boolean turns() {
    boolean prepared = false;
    while (closing.getCount() > 0 && state != LoopStatus.State.FAILED) {
      signals.moved();
      try {
        if (!prepared) {
          state = LoopStatus.State.PREPARING;
          body.prepare();
          prepared = true;
        }
        state = paused ? LoopStatus.State.PAUSED : LoopStatus.State.RUNNING;
        if (body.turn(signals) || calm()) {
          failures = 0;
          trouble = Optional.empty();
        }
        assigned = body.assigned();
        waitsFor = body.waitsFor();
      } catch (FatalLoopException e) {
        fail(e.failure());
      } catch (RuntimeException e) {
        prepared = false;
        KafkaTrouble.refusal(e)
            .ifPresentOrElse(refusal -> fail(refused(refusal)), () -> recover(e));
      }
    }
    return prepared && state != LoopStatus.State.FAILED;
  }

  private Failure refused(Throwable refusal) {
    return new Failure(
        "kafka-refused",
        FailureCategory.FATAL,
        "Kafka refused %s: %s; check its credentials and ACLs"
            .formatted(name, refusal.getMessage()));
  }

  private boolean calm() {
    return failures > 0 && System.nanoTime() - failedAt > CALM.toNanos();
  }

  private void recover(RuntimeException e) {
    log.debug("{}: trouble", name, e);
    if (closing.getCount() == 0) {
      return;
    }
    state = LoopStatus.State.PREPARING;
    failures++;
    failedAt = System.nanoTime();
    Duration wait = backoff.after(failures, random);
    String why = Thrown.chain(e);
    trouble = Optional.of(Failure.transientFailure("kafka-trouble", why));
    log.warn("{}: {}; goes back to what is committed in {} ms", name, why, wait.toMillis());
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

  private final class ThreadSignals implements Signals {

    @Override
    public boolean paused() {
      return paused;
    }

    @Override
    public boolean closing() {
      return closing.getCount() == 0;
    }

    @Override
    public void moved() {
      movedAt = System.nanoTime();
    }
  }
}
