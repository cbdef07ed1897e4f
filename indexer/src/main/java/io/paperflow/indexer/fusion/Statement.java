package io.paperflow.indexer.fusion;

import java.time.Instant;

/**
 * What one source said about a paper at one time.
 *
 * @param part tells several statements of one source about one paper apart, such as those of a list
 *     of links; empty where a source makes one statement a paper
 * @param sourceTime the source's own time of this statement
 */
public record Statement(
    String source, String part, Instant sourceTime, Content content, Reading reading) {

  /** Whose words replace each other: the source, and its part. */
  record Voice(String source, String part) {}

  Voice voice() {
    return new Voice(source, part);
  }

  /**
   * The one of two statements of the same voice that counts: the newer one by the source's time, of
   * equal times the one whose links were found by newer rules. The same said again is no news: its
   * earliest reading stays.
   */
  Statement newer(Statement other) {
    return Orders.STATEMENT.compare(this, other) >= 0 ? this : other;
  }
}
