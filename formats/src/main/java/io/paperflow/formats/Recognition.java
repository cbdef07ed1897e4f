package io.paperflow.formats;

/** Whether a document's format is known. */
public sealed interface Recognition {

  /** The document is of a known format. */
  record Recognised(Format format) implements Recognition {}

  /**
   * No format reads the document.
   *
   * @param message one line that says what the document looks like and what is expected
   */
  record Refused(Code code, String message) implements Recognition {}

  /** Why a document is refused. */
  enum Code {
    /** There is nothing in it, or white space only. */
    EMPTY,
    /** It is not text. */
    BINARY,
    /** It is text in an encoding other than UTF-8. */
    NOT_UTF8,
    /** It is text of no known format. */
    UNKNOWN_FORMAT,
    /** It is of a known format, but holds the source's error instead of records. */
    ERROR_ANSWER,
    /** It is of a known format, but has what only an attack would need. */
    UNSAFE
  }
}
