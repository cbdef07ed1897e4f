package io.paperflow.indexer.index;

import io.paperflow.pipeline.Failure;
import io.paperflow.schemas.CodeAppeared;
import java.util.List;
import java.util.Optional;

/** Who is told that papers have code now. Thread-safe. */
@FunctionalInterface
public interface Appearances {

  /**
   * Tells of papers; when it returns without a failure all of it is kept. May be told the same
   * again.
   */
  Optional<Failure> tell(List<CodeAppeared> appeared) throws InterruptedException;
}
