package io.paperflow.notifier.deliver;

/** A way to subscribers. Implementations are thread-safe. */
@FunctionalInterface
public interface Courier {

  /** Notes that from now on the other side may have it. */
  @FunctionalInterface
  interface Note {
    void write() throws InterruptedException;
  }

  /**
   * Hands over once; retries are the caller's.
   *
   * @param before called as late as possible before the other side can take it; not called when it
   *     is not reached
   */
  Handover hand(Parcel parcel, Note before) throws InterruptedException;
}
