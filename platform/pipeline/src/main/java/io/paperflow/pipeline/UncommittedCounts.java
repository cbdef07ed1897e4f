package io.paperflow.pipeline;

import io.paperflow.pipeline.TransformStep.Prepared;

/**
 * What is sent and counts only once its transaction is committed; otherwise it comes again. Belongs
 * to the loop's thread.
 */
final class UncommittedCounts {

  private final LoopMetrics metrics;
  private int done;
  private int dead;
  private int rejected;
  private int outputs;

  UncommittedCounts(LoopMetrics metrics) {
    this.metrics = metrics;
  }

  void sent(Prepared prepared) {
    if (prepared.dead()) {
      dead++;
    } else {
      done++;
      rejected += prepared.deadLetters().size();
      outputs += prepared.outputs().size();
    }
  }

  /** Counts; returns whether there was a record. */
  boolean committed() {
    boolean any = done + dead > 0;
    metrics.done(done);
    metrics.deadLettered(dead);
    metrics.rejected(rejected);
    metrics.outputs(outputs);
    clear();
    return any;
  }

  void aborted() {
    metrics.returned(done + dead);
    clear();
  }

  private void clear() {
    done = 0;
    dead = 0;
    rejected = 0;
    outputs = 0;
  }
}
