package io.paperflow.formats;

import io.paperflow.schemas.PaperRecord;
import java.nio.ByteBuffer;

/** What reading one record of a document came to. */
public sealed interface Reading {

  /** A paper, as the source describes it. */
  record Paper(PaperRecord record) implements Reading {}

  /**
   * A record that cannot be read.
   *
   * @param code what is wrong
   * @param message the same for people: what, where and, if there is one, the remedy
   * @param fragment the record's original bytes, or its first bytes when it is too large
   */
  record Unreadable(Code code, String message, ByteBuffer fragment) implements Reading {}

  /** Why a record cannot be read. */
  enum Code {
    /** The record does not follow the syntax of its format. */
    MALFORMED,
    /** The document ends within the record. */
    TRUNCATED,
    /** The record's bytes are not UTF-8. */
    NOT_UTF8,
    /** The record is well-formed, but is not the description of a paper. */
    NOT_A_PAPER,
    /** The record's identifier is not one of its kind. */
    INVALID_ID,
    /** The record, or one of its fields, exceeds a limit of size or depth. */
    TOO_LARGE
  }
}
