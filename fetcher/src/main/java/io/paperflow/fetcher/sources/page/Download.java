package io.paperflow.fetcher.sources.page;

import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Answer;
import io.paperflow.http.Headers;
import io.paperflow.http.Limits;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** What came of asking for a page. */
public sealed interface Download {

  /** For a page, which is held in memory: those of an API, with a size that is none of a dump. */
  Limits LIMITS = Limits.STANDARD.bytes(32 << 20);

  /**
   * The page, whole.
   *
   * @param asked the address that was asked
   * @param found where it was found, after redirects
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way, never compared.
  record Page(URI asked, URI found, Headers headers, Validators validators, byte[] bytes)
      implements Download {

    /** The page as a document under the address that was asked. */
    public Fetched document() {
      return Fetched.of(asked, bytes).validators(validators);
    }

    /** Trouble with a page that is not what was asked for, such as one for people or half a one. */
    public Trouble notUnderstood(String expected) {
      return Trouble.passing(
          "unexpected-content",
          "%s: not %s, or cut off; it is asked for again".formatted(asked, expected));
    }
  }

  /** The page has not changed. */
  record Unchanged() implements Download {}

  /**
   * No page.
   *
   * @param status of the server's answer; 0 without one
   * @param beginning of the server's explanation; may be empty
   */
  record Failed(Trouble trouble, int status, String beginning) implements Download {

    /** Whether the host asks for less. */
    public boolean isOverload() {
      return trouble.cause() == Trouble.Cause.OVERLOAD;
    }
  }

  /** Asks, and reads the answer into memory. */
  static Download of(Web web, Request request) throws InterruptedException {
    return switch (web.get(request)) {
      case Answer.Content content -> read(request.uri(), content);
      case Answer.NotModified _ -> new Unchanged();
      case Answer.Missing missing -> new Failed(Trouble.of(missing), missing.status(), "");
      case Answer.Refused refused ->
          new Failed(Trouble.of(refused), refused.status(), refused.beginning());
      case Answer.Unavailable unavailable -> new Failed(Trouble.of(unavailable), 0, "");
    };
  }

  private static Download read(URI asked, Answer.Content content) {
    try (content) {
      byte[] bytes = content.body().readAllBytes();
      return new Page(asked, content.uri(), content.headers(), content.validators(), bytes);
    } catch (UncheckedIOException e) {
      // Of the closing; everything had been read.
      return new Failed(
          Trouble.passing("network", asked + ": " + e.getMessage()), content.status(), "");
    } catch (IOException e) {
      return new Failed(Trouble.of(e), content.status(), "");
    }
  }
}
