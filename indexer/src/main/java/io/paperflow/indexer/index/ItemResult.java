package io.paperflow.indexer.index;

import io.paperflow.pipeline.Failure;

/** What became of one item of a bulk. */
sealed interface ItemResult {

  /** It is in the index. */
  record Written() implements ItemResult {}

  /** Its guard did not hold. */
  record Conflict() implements ItemResult {}

  /** It is not in the index, or that is not known. */
  record Failed(Failure failure) implements ItemResult {}
}
