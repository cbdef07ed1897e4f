package io.paperflow.fetcher.publish;

import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import java.util.List;

/** Where documents are published to, and where it is noted that they were. */
public interface Target {

  /** A note at its place. */
  Publication placed(Publication note);

  /** At how many bytes a transaction is committed and another begun. */
  int transactionBytes();

  /** Commits records together. */
  void commit(List<Publication> publications) throws PublishException, InterruptedException;
}
