package io.paperflow.enricher.forge;

import io.paperflow.http.Validators;
import java.time.Instant;

/** What came of a {@link Question}. Codes are stable, short and in kebab case. */
public sealed interface Reply {

  /**
   * It is there.
   *
   * @param validators to be sent with the next question for the same
   */
  record Known(RepositoryState state, Validators validators) implements Reply {}

  /** What one knows is still true. */
  record Unchanged(Validators validators) implements Reply {}

  /**
   * The forge says that it is not there, or not for us: gone, private or taken down.
   *
   * @param code such as {@code http-404}, {@code http-451}, {@code not-found}
   */
  record Gone(String code) implements Reply {}

  /**
   * The forge does not answer this question, and will not when it is asked the same way again.
   *
   * @param message one line that names the address and the remedy; never a secret
   */
  record Refused(String code, String message) implements Reply {}

  /**
   * The forge is down, limits us, or its budget is used up: nothing is known about the repository.
   *
   * @param message one line that names the address and the remedy; never a secret
   * @param retryAt not before
   */
  record Later(String code, String message, Instant retryAt) implements Reply {}
}
