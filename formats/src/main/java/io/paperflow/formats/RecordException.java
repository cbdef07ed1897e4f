package io.paperflow.formats;

/** One record cannot be read; becomes a {@link Reading.Unreadable} with the record's bytes. */
final class RecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reading.Code code;

  RecordException(Reading.Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  Reading.Code code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
