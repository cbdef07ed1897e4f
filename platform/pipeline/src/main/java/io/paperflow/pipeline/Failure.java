package io.paperflow.pipeline;

/**
 * Why something did not work.
 *
 * @param code stable and short, in kebab case, for counting and for replaying dead letters by cause
 * @param category decides what happens next
 * @param message names the thing, the place and the remedy; never a secret
 */
public record Failure(String code, FailureCategory category, String message) {

  /** A failure which can never succeed with this input. */
  public static Failure permanent(String code, String message) {
    return new Failure(code, FailureCategory.PERMANENT, message);
  }

  /** A failure which may pass when tried again. */
  public static Failure transientFailure(String code, String message) {
    return new Failure(code, FailureCategory.TRANSIENT, message);
  }
}
