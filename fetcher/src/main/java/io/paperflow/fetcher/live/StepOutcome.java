package io.paperflow.fetcher.live;

import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import java.util.Optional;

/**
 * What a step of reading came to; its documents are pending, if they are not committed already.
 *
 * @param documents raw documents published
 * @param bytes their bytes
 * @param refused dead letters
 * @param read where to go on; empty when the step failed
 * @param trouble why it failed, perhaps after some documents
 */
record StepOutcome(
    int documents, long bytes, int refused, Optional<Step.Read> read, Optional<Trouble> trouble) {

  static StepOutcome failed(Trouble trouble) {
    return new StepOutcome(0, 0, 0, Optional.empty(), Optional.of(trouble));
  }
}
