package io.paperflow.fetcher.input;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * An opened document.
 *
 * @param stream its content; to be closed by the reader
 * @param modifiedAt when its source says it was changed
 * @param etag the server's validator
 */
record Opened(InputStream stream, Optional<Instant> modifiedAt, Optional<String> etag) {}
