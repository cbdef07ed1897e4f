package io.paperflow.indexer.fusion;

import java.time.Instant;

/**
 * What one source said about a paper at one time.
 *
 * @param paperKey under which the source's words came; the document's id, unless the paper is known
 *     by more than one
 * @param part tells several statements of one source about one paper apart, such as those of a list
 *     of links; empty where a source makes one statement a paper
 * @param sourceTime the source's own time of this statement
 */
public record Statement(
    String paperKey,
    String source,
    String part,
    Instant sourceTime,
    Content content,
    Reading reading) {

  /** Whose words replace each other: the source, and its part, speaking of one paper key. */
  record Voice(String paperKey, String source, String part) {}

  Voice voice() {
    return new Voice(paperKey, source, part);
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
