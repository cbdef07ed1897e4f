package io.paperflow.http;

import java.io.IOException;

/** The rest of a body does not come, or is not taken. */
public final class BodyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean permanent;

  /**
   * A failure with its code.
   *
   * @param code {@code truncated}, {@code timeout}, {@code slow}, {@code network}, {@code
   *     protocol}, {@code too-large} or {@code encoding}
   * @param permanent whether the same request will never succeed
   * @param message names the address and the remedy
   */
  public BodyException(String code, boolean permanent, String message) {
    super(message);
    this.code = code;
    this.permanent = permanent;
  }

  /** Stable and short, in kebab case. */
  public String code() {
    return code;
  }

  /** Whether the same request will never succeed; else it may be tried later. */
  public boolean permanent() {
    return permanent;
  }
}
