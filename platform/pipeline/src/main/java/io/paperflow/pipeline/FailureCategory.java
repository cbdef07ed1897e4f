package io.paperflow.pipeline;

/** What a failure means; the category alone decides what happens next. */
public enum FailureCategory {
  /**
   * May succeed when tried again as it is, such as a lost connection: tried again with back-off.
   */
  TRANSIENT,
  /** The other side asks for less: tried again with back-off, and less is sent meanwhile. */
  OVERLOAD,
  /** Can never succeed with this input: dead letter, and the rest goes on. */
  PERMANENT,
  /** Nothing can succeed until a person acts, such as refused credentials: the loop stops. */
  FATAL
}
