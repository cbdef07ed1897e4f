package io.paperflow.k8s.run;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A pod's own probes say when it is ready. */
final class NoWait extends AbstractWaitStrategy {

  @Override
  protected void waitUntilReady() {
    // Nothing to wait for.
  }
}
