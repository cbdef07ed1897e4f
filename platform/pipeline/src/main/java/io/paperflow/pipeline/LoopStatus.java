package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * What a loop is doing.
 *
 * @param state its stage of life
 * @param sinceMoved since the loop's thread was last seen moving; zero before its start and after
 *     its end
 * @param assignedPartitions partitions this instance reads
 * @param trouble what it is waiting for or why it stopped, if anything
 */
public record LoopStatus(
    State state, Duration sinceMoved, int assignedPartitions, Optional<Failure> trouble) {

  /** A loop which has not moved for this long hangs: every wait inside is shorter. */
  private static final Duration HANGS = Duration.ofMinutes(2);

  /** Stages of a loop's life. */
  public enum State {
    /** Not started. */
    NEW,
    /** Waiting for the broker, or again after trouble. */
    PREPARING,
    /** Reading. */
    RUNNING,
    /** Asked to pause. */
    PAUSED,
    /** Finishing after {@link Loop#close()}. */
    DRAINING,
    /** Ended as asked. */
    STOPPED,
    /** Ended by a failure that a person must mend. */
    FAILED
  }

  /** Live: the loop's thread moves; trouble with a broker or store does not count. */
  public boolean live() {
    return state != State.FAILED && sinceMoved.compareTo(HANGS) < 0;
  }

  /** Ready: the loop reads, or would if it had something to read. */
  public boolean ready() {
    return (state == State.RUNNING || state == State.PAUSED) && trouble.isEmpty();
  }
}
