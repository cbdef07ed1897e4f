package io.paperflow.embedded;

/** A server or its data directory cannot be used; the message is one line with the remedy. */
public final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Code {
    /** Something else listens on the wanted port. */
    PORT_TAKEN,
    /** The data directory cannot be created or written. */
    DATA_NOT_WRITABLE,
    /** Another process works on the data directory. */
    DATA_IN_USE,
    /** Too little space is left for the data directory. */
    DISK_FULL,
    /** The servers' jars are not where they are expected. */
    SERVERS_MISSING,
    /** The server ended while it started. */
    CHILD_DIED,
    /** The server did not answer in time. */
    TIMEOUT
  }

  private final Code code;
  private final String message;

  StartFailure(Code code, String message) {
    super(message);
    this.code = code;
    this.message = message;
  }

  /** What is wrong, for programs. */
  public Code code() {
    return code;
  }

  /** One line: what is wrong, where, and what to do about it. */
  @Override
  public String getMessage() {
    return message;
  }
}
