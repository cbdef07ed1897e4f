package io.paperflow.fetcher.input;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * A document that is being read.
 *
 * @param content its bytes as they come
 * @param modified the source's own time of its last change
 * @param etag the validator the server gave
 */
record OpenDocument(InputStream content, Optional<Instant> modified, Optional<String> etag)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
