package io.paperflow.fetcher.input;

import java.time.Duration;

/**
 * What a web server may take of us.
 *
 * @param connect time until a connection stands
 * @param patience time a server may send nothing, or less than 1 KiB
 * @param overall time for a whole document
 * @param bytes of a document, as sent
 */
public record WebLimits(Duration connect, Duration patience, Duration overall, long bytes) {

  /** Generous for a list of papers on a slow line; an endless page ends. */
  public static final WebLimits STANDARD =
      new WebLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofHours(1), 2L << 30);
}
