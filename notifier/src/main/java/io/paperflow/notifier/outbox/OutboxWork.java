package io.paperflow.notifier.outbox;

import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.LeaseWork;
import java.util.Map;

/** Delivers to the subscriptions of whatever lease is held. Thread-safe. */
public final class OutboxWork implements LeaseWork {

  private final Means means;

  /** The work with these means. */
  public OutboxWork(Means means) {
    this.means = means;
  }

  @Override
  public void run(Lease lease, Map<String, byte[]> state) throws InterruptedException {
    Outbox outbox = new Outbox(lease, means);
    outbox.begin(state);
    outbox.run();
  }

  /** What happened to papers, not what this work notes for itself. */
  @Override
  public boolean heeds(String key) {
    return key.startsWith(OutboxRecords.MATCH);
  }
}
