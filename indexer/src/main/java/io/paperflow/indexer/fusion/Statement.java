package io.paperflow.indexer.fusion;

import java.time.Instant;

/**
 * What one source said about a paper at one time.
 *
 * @param sourceTime the source's own time of this statement
 */
public record Statement(String source, Instant sourceTime, Content content, Reading reading) {

  /**
   * The one of two statements of the same source that counts: the newer one by the source's time,
   * of equal times the one whose links were found by newer rules. The same said again is no news:
   * its earliest reading stays.
   */
  Statement newer(Statement other) {
    return Orders.STATEMENT.compare(this, other) >= 0 ? this : other;
  }
}
