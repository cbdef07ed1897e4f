package io.paperflow.indexer.index;

/** What must hold in the index for a write to happen; else it is a conflict. */
sealed interface Guard {

  /** There is no such document yet. */
  record Absent() implements Guard {}

  /** The document is still the one that was read. */
  record Unchanged(long seqNo, long primaryTerm) implements Guard {}
}
