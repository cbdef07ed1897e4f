package io.paperflow.fetcher.input;

import java.time.Duration;

/**
 * How long and how large a document may be.
 *
 * @param connect longest time to reach a server and see its answer begin
 * @param stall longest time without a byte
 * @param total longest time of a whole document from the web
 * @param bytes largest document from the web, in bytes
 * @param expansion how many times larger than its compressed form a document may be; text reaches
 *     about 10, a bomb 1,000
 */
public record Limits(Duration connect, Duration stall, Duration total, long bytes, int expansion) {

  /** For the largest documents there are: the arXiv snapshot has 5 GB. */
  public static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofHours(2), 16L << 30, 100);
}
