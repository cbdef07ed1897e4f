package io.paperflow.http;

import io.paperflow.http.Answer.Category;
import io.paperflow.http.Step.Done;
import io.paperflow.http.Step.Moved;
import io.paperflow.http.Wire.Reply;
import io.paperflow.http.Wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes an answer of what came back, and tells the budget. For one request. */
final class Reading {

  private static final int BEGINNING = 8 * 1024;

  private final Request request;
  private final Target target;
  private final Time time;
  private final Stay stay;
  private final Supplier<Instant> retryAt;

  /**
   * @param retryAt when the budget lets the next request through, asked once it knows of this one
   */
  Reading(Request request, Target target, Time time, Stay stay, Supplier<Instant> retryAt) {
    this.request = request;
    this.target = target;
    this.time = time;
    this.stay = stay;
    this.retryAt = retryAt;
  }

  /** There is no answer. */
  Step of(WireException e) {
    if (e.code().equals("address")) {
      stay.finished(Verdict.NOTHING);
      return refused(0, "address", String.valueOf(e.getMessage()));
    }
    stay.finished(Verdict.TROUBLE);
    return unavailable(e.code(), Category.TRANSIENT, String.valueOf(e.getMessage()));
  }

  Step of(Reply reply, boolean slow) {
    return reply.status() / 100 == 2 ? content(reply, slow) : withoutContent(reply, slow);
  }

  private Step content(Reply reply, boolean slow) {
    Signals signals = StatusRules.signals(reply.status(), reply.headers(), "", time.wall());
    stay.answered(signals);
    Verdict good = slow ? Verdict.SLOW : Verdict.FINE;
    try {
      InputStream body =
          new ContentBody(
              Expansion.of(reply.body(), encoding(reply.headers())),
              request.limits().bytes(),
              target.shown(),
              good,
              stay::finished);
      return new Done(new Answer.Content(reply.status(), target.uri(), reply.headers(), body));
    } catch (BodyException e) {
      close(reply);
      stay.finished(good);
      return refused(reply.status(), e.code(), String.valueOf(e.getMessage()));
    }
  }

  private Step withoutContent(Reply reply, boolean slow) {
    int status = reply.status();
    Headers headers = reply.headers();
    String beginning = status >= 400 ? beginning(reply) : "";
    close(reply);
    Signals signals = StatusRules.signals(status, headers, beginning, time.wall());
    stay.answered(signals);
    stay.finished(slow && signals.verdict() == Verdict.FINE ? Verdict.SLOW : signals.verdict());
    String said = "the server answered " + status;
    return switch (signals.verdict()) {
      case ASKED_FOR_LESS -> unavailable("http-" + status, Category.OVERLOAD, said);
      case TROUBLE -> unavailable("http-" + status, Category.TRANSIENT, said);
      case FINE, SLOW, NOTHING ->
          switch (status) {
            case 301, 302, 303, 307, 308 -> moved(status, headers);
            case 304 -> notModified(headers);
            case 404, 410 -> new Done(new Answer.Missing(status, target.shown() + ": " + said));
            default ->
                new Done(
                    new Answer.Refused(
                        status, "http-" + status, target.shown() + ": " + said, beginning));
          };
    };
  }

  private Step moved(int status, Headers headers) {
    Optional<String> location = headers.first("Location");
    if (location.isEmpty()) {
      return refused(status, "redirect", "the redirect names no address");
    }
    try {
      return new Moved(target.uri().resolve(new URI(location.get().strip())));
    } catch (URISyntaxException e) {
      return refused(status, "redirect", "the redirect's address is none");
    }
  }

  private Step notModified(Headers headers) {
    Validators sent = request.validators();
    if (sent.equals(Validators.NONE)) {
      return refused(304, "protocol", "the server answered 304 to a request without validators");
    }
    Validators told = Validators.of(headers);
    return new Done(
        new Answer.NotModified(
            new Validators(
                told.etag().or(sent::etag), told.lastModified().or(sent::lastModified))));
  }

  private Step refused(int status, String code, String message) {
    return new Done(new Answer.Refused(status, code, target.shown() + ": " + message, ""));
  }

  private Step unavailable(String code, Category category, String message) {
    return new Done(
        new Answer.Unavailable(code, category, target.shown() + ": " + message, retryAt.get()));
  }

  private static String encoding(Headers headers) {
    return String.join(", ", headers.all("Content-Encoding"));
  }

  /** What explains a status; a body that does not come explains nothing. */
  private static String beginning(Reply reply) {
    try {
      byte[] bytes = Expansion.of(reply.body(), encoding(reply.headers())).readNBytes(BEGINNING);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static void close(Reply reply) {
    try {
      reply.body().close();
    } catch (IOException e) {
      // Its connection is not used again.
    }
  }
}
