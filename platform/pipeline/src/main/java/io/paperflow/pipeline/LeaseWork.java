package io.paperflow.pipeline;

import java.util.Map;

/**
 * What is done under a lease. Implementations are thread-safe: leases are worked on side by side.
 */
public interface LeaseWork {

  /**
   * Works until the lease is ending. Called on a thread of its own, which is interrupted when the
   * lease is over; must then return soon.
   *
   * @param state the newest record of each key in the partition of the lease, which it may share
   *     with other leases
   */
  void run(Lease lease, Map<String, byte[]> state) throws InterruptedException;

  /** Whether a record of this key, written while the lease is held, is a {@link Lease.Change}. */
  boolean heeds(String key);
}
