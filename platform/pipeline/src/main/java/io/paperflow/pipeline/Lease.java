package io.paperflow.pipeline;

import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.util.List;

/**
 * The right to do something that only one instance may do at a time. Its methods are called by the
 * work that it was given to; when the lease is over they throw {@link InterruptedException}.
 */
public interface Lease {

  /** What it is for. */
  String name();

  /** Whether the work should end as soon as it has finished what it is at. */
  boolean ending();

  /**
   * Returns when it is certain that no other instance has the lease, and waits while Kafka does not
   * confirm it. To be called before each thing that only the holder may do outside of Kafka. The
   * certainty lasts seconds; an instance that is frozen between this call and what it does then can
   * be late with one such thing.
   */
  void confirm() throws InterruptedException;

  /** Waits for what others write to the lease's state, or for the end of the lease. */
  List<Change> await(Duration longest) throws InterruptedException;

  /**
   * Writes records in one transaction, which fails when another instance has the lease. When this
   * throws it is not known whether they were written; the lease is over then, and whoever gets it
   * next is given the state as it is.
   *
   * @throws PublishException when a record is too large; nothing was written, and the lease goes on
   */
  void commit(List<Publication> publications) throws InterruptedException, PublishException;

  /** A record that somebody wrote to the lease's state. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes to be decoded, never compared.
  record Change(String key, byte[] value) {}
}
