package io.paperflow.pipeline;

/** What became of one item of a batch. */
public sealed interface Verdict {

  /** Safe in the store (or already there). */
  record Done() implements Verdict {}

  /** Not in the store; the failure's category decides what happens next. */
  record Failed(Failure failure) implements Verdict {}

  /** Safe in the store. */
  static Verdict done() {
    return new Done();
  }

  /** Not in the store. */
  static Verdict failed(Failure failure) {
    return new Failed(failure);
  }
}
