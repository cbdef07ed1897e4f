package io.paperflow.testkit.apis;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.paperflow.testkit.apis.Mishap.Cut;
import io.paperflow.testkit.apis.Mishap.CutShort;
import io.paperflow.testkit.apis.Mishap.Distorted;
import io.paperflow.testkit.apis.Mishap.Dripped;
import io.paperflow.testkit.apis.Mishap.Redirected;
import io.paperflow.testkit.apis.Mishap.Refused;
import io.paperflow.testkit.apis.Mishap.Shortened;
import io.paperflow.testkit.apis.Mishap.Silent;
import io.paperflow.testkit.apis.Mishap.WrongType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** Brings an answer to the client, or what a mishap makes of it. */
final class Delivery {

  /** Smaller bodies are not worth compressing. */
  private static final int COMPRESSED_FROM = 1_000;

  /** IMF-fixdate of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The server beneath writes the real time into {@code Date}, to which another date must fit. */
  private static final InstantSource REAL = InstantSource.system();

  /** Both dates have whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final HttpExchange exchange;
  private final CountDownLatch over;

  /**
   * A delivery of one answer.
   *
   * @param over when silence ends
   */
  Delivery(HttpExchange exchange, CountDownLatch over) {
    this.exchange = exchange;
    this.over = over;
  }

  /** The status that the client will see; 0 for none. */
  static int status(Answer answer, Optional<Mishap> mishap) {
    if (mishap.isEmpty()) {
      return answer.status();
    }
    return switch (mishap.get()) {
      case Refused refused -> refused.status();
      case Silent _, Cut _ -> 0;
      case WrongType _ -> 200;
      case Redirected _ -> 302;
      case CutShort _, Shortened _, Distorted _, Dripped _ -> answer.status();
    };
  }

  /** Until when the client shall not come again. */
  static Optional<Instant> notBefore(Answer answer, Optional<Mishap> mishap, Instant now) {
    if (mishap.isPresent() && mishap.get() instanceof Refused refused) {
      return refused.retryAfter().map(now::plus);
    }
    return answer.status() == 429 ? Quota.reset(answer).map(now::plus) : Optional.empty();
  }

  void deliver(Answer answer, Optional<Mishap> mishap) throws IOException, InterruptedException {
    if (mishap.isEmpty()) {
      whole(answer);
      return;
    }
    switch (mishap.get()) {
      case Refused refused -> whole(refusal(refused));
      case Silent() -> over.await();
      // Closing the exchange without an answer closes the connection.
      case Cut() -> {}
      case CutShort() -> pieces(answer, 2, 1, Optional.empty());
      case Shortened() -> whole(shortened(answer));
      case WrongType() -> whole(maintenance(200));
      case Distorted(Distortion _) -> whole(answer);
      case Dripped dripped ->
          pieces(answer, dripped.pieces(), dripped.pieces(), Optional.of(dripped));
      case Redirected() ->
          whole(
              Answer.of(302, "text/plain", "Found")
                  .with("Location", Redirects.of(exchange.getRequestURI())));
    }
  }

  private void whole(Answer answer) throws IOException, InterruptedException {
    pieces(answer, 1, 1, Optional.empty());
  }

  private void pieces(Answer answer, int pieces, int sent, Optional<Dripped> dripped)
      throws IOException, InterruptedException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    headers.set("Content-Type", answer.type());
    // The JDK's server may close a kept connection just as the next request comes.
    headers.set("Connection", "close");
    if (isKnown(answer)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = encoded(answer);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < sent; i++) {
      int from = (int) ((long) body.length * i / pieces);
      int to = (int) ((long) body.length * (i + 1) / pieces);
      if (dripped.isPresent()) {
        Thread.sleep(dripped.get().pause());
      }
      out.write(body, from, to - from);
      out.flush();
    }
  }

  private boolean isKnown(Answer answer) {
    Optional<String> known =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"));
    return answer.status() == 200 && known.isPresent() && known.equals(answer.header("ETag"));
  }

  private byte[] encoded(Answer answer) throws IOException {
    byte[] body = answer.body();
    Headers asked = exchange.getRequestHeaders();
    String accepted = Optional.ofNullable(asked.getFirst("Accept-Encoding")).orElse("");
    boolean packed = answer.type().equals("application/gzip");
    if (packed || body.length < COMPRESSED_FROM || !accepted.contains("gzip")) {
      return body;
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private Answer refusal(Refused refused) {
    Answer answer = maintenance(refused.status());
    return refused
        .retryAfter()
        .map(
            after ->
                refused.asDate()
                    ? DATE.format(REAL.instant().plus(after).plus(ROUNDING))
                    : Long.toString(after.toSeconds()))
        .map(value -> answer.with("Retry-After", value))
        .orElse(answer);
  }

  private static Answer shortened(Answer answer) {
    byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
    return new Answer(answer.status(), answer.type(), half, answer.headers());
  }

  private static Answer maintenance(int status) {
    return Answer.of(
        status,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><body><h1>Please come back later</h1></body></html>");
  }
}
