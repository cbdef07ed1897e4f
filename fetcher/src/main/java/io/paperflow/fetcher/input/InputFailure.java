package io.paperflow.fetcher.input;

/**
 * Why a document cannot be read.
 *
 * @param code what is wrong
 * @param message the same for people, one line: what, where and, if there is one, the remedy
 */
public record InputFailure(Code code, String message) {

  /** What is wrong. */
  public enum Code {
    /** There is nothing in it. */
    EMPTY(Category.CONTENT),
    /** It is not text. */
    BINARY(Category.CONTENT),
    /** It is text in another encoding. */
    NOT_UTF8(Category.CONTENT),
    /** It is text of no known format. */
    UNKNOWN_FORMAT(Category.CONTENT),
    /** Its compressed content is broken, or ends too early. */
    BROKEN_COMPRESSION(Category.CONTENT),
    /** There is no such file or page. */
    NOT_FOUND(Category.ACCESS),
    /** The file may not be read, or the server does not give the page. */
    REFUSED(Category.ACCESS),
    /** The disk, the server or the way to it fails. */
    UNREACHABLE(Category.TRANSIENT),
    /** The server sends nothing, or next to nothing, for too long. */
    STALLED(Category.TRANSIENT),
    /** It is larger than a document may be, or takes longer. */
    TOO_LARGE(Category.LIMIT);

    private final Category category;

    Code(Category category) {
      this.category = category;
    }

    /** Which kind of failure it is. */
    public Category category() {
      return category;
    }
  }

  /** Kinds of failures. */
  public enum Category {
    /** The document is not what can be read; another attempt is in vain. */
    CONTENT,
    /** It may not be read, or is not there. */
    ACCESS,
    /** Another attempt may succeed. */
    TRANSIENT,
    /** It exceeds a limit. */
    LIMIT
  }
}
