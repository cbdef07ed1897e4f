package io.paperflow.fetcher.live;

import io.paperflow.fetcher.publish.Target;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import java.util.List;

/** What is read under a lease is noted in the partition of the lease. */
record LeaseTarget(Lease lease) implements Target {

  /** More than a step's documents have, unless they are streams: all of a step is one commit. */
  private static final int TRANSACTION_BYTES = 8 << 20;

  @Override
  public Publication placed(Publication note) {
    return note.placed(lease.name());
  }

  @Override
  public int transactionBytes() {
    return TRANSACTION_BYTES;
  }

  @Override
  public void commit(List<Publication> publications) throws PublishException, InterruptedException {
    lease.commit(publications);
  }
}
