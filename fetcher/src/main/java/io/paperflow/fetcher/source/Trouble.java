package io.paperflow.fetcher.source;

import io.paperflow.http.Answer;
import io.paperflow.http.BodyException;
import java.io.IOException;
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

  /** What an answer without a document means for a source that needs the document. */
  public static Trouble of(Answer answer) {
    return switch (answer) {
      case Answer.Unavailable(String code, Answer.Category category, String message, Instant at) ->
          new Trouble(
              category == Answer.Category.OVERLOAD ? Cause.OVERLOAD : Cause.TRANSIENT,
              code,
              message,
              Optional.of(at));
      case Answer.Refused refused -> lasting(refused.code(), refused.message());
      case Answer.Missing(int status, String message) -> lasting("http-" + status, message);
      case Answer.NotModified _ ->
          passing("http-304", "the server says that nothing has changed, which nobody asked it");
      case Answer.Content content ->
          passing("http-" + content.status(), content.uri() + ": this is not what was expected");
    };
  }

  /** What it means that a body was not read to its end. */
  public static Trouble of(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return e instanceof BodyException body
        ? new Trouble(
            body.permanent() ? Cause.PERMANENT : Cause.TRANSIENT,
            body.code(),
            message,
            Optional.empty())
        : passing("network", message);
  }
}
