package io.paperflow.pipeline;

/** What to tell of something that was thrown. */
final class Thrown {

  private Thrown() {}

  /** Its message, or its kind when it has none. */
  static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** What happened and why, down to the last cause. */
  static String chain(Throwable e) {
    String text = e.getClass().getSimpleName() + ": " + e.getMessage();
    Throwable cause = e.getCause();
    return cause == null ? text : text + ", because of " + chain(cause);
  }

  /** Its kind, its message and where it was thrown, for what nobody expected. */
  static String withPlace(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
