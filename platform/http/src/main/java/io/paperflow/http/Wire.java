package io.paperflow.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** One request and its answer, without redirects, on a connection of its own. Thread-safe. */
interface Wire extends AutoCloseable {

  /**
   * Sends a request and reads the head of its answer.
   *
   * @throws WireException when there is no answer
   */
  Reply send(Call call) throws WireException;

  /** Breaks off whatever is under way. */
  @Override
  void close();

  /**
   * What is sent.
   *
   * @param headers all but Host, Connection and those of the body
   * @param json the body of a POST; without one it is a GET
   * @param privateAddresses whether the host may have a special address
   */
  record Call(
      Target target,
      Map<String, String> headers,
      Optional<String> json,
      Limits limits,
      boolean privateAddresses) {}

  /**
   * The answer.
   *
   * @param body as it was sent, encoded; reading throws {@link BodyException}, closing it ends the
   *     connection whatever is left
   */
  record Reply(int status, Headers headers, InputStream body) {}

  /** There is no answer; the message says why. */
  final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    WireException(String code, String message) {
      super(message);
      this.code = code;
    }

    /** {@code timeout}, {@code network}, {@code tls}, {@code protocol} or {@code address}. */
    String code() {
      return code;
    }
  }
}
