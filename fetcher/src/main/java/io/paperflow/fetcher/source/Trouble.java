package io.paperflow.fetcher.source;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a source was not read.
 *
 * @param cause decides what happens next
 * @param code stable and short, in kebab case, for counting
 * @param message one line that names the thing, the place and the remedy; never a secret
 * @param retryAt before which the source does not want to be asked again; empty when the usual
 *     back-off decides
 */
public record Trouble(Cause cause, String code, String message, Optional<Instant> retryAt) {

  /** What a trouble means. */
  public enum Cause {
    /** May pass by itself, such as a lost connection: tried again with back-off. */
    TRANSIENT,
    /** The host asks for less: no source of its host group asks until {@code retryAt}. */
    OVERLOAD,
    /** A person must act, such as on a wrong address: shown, and tried again rarely. */
    PERMANENT
  }

  /** Trouble that may pass by itself. */
  public static Trouble passing(String code, String message) {
    return new Trouble(Cause.TRANSIENT, code, message, Optional.empty());
  }

  /** Trouble that a person must mend. */
  public static Trouble lasting(String code, String message) {
    return new Trouble(Cause.PERMANENT, code, message, Optional.empty());
  }
}
