package io.paperflow.embedded.child;

import java.util.Optional;

/** What a child tells its parent about its start: one line on standard output. */
public sealed interface Answer {

  /** The server answers its clients. */
  record Ready() implements Answer {
    private static final String LINE = "paperflow-child: ready";

    @Override
    public String line() {
      return LINE;
    }
  }

  /**
   * The server could not start and the process is about to end.
   *
   * @param reason one line
   */
  record Failed(String reason) implements Answer {
    private static final String START = "paperflow-child: failed: ";

    @Override
    public String line() {
      return START + reason;
    }
  }

  /** The line that says this, without its end. */
  String line();

  /** The answer in this line of a child's output; empty when the line says something else. */
  static Optional<Answer> parse(String line) {
    if (line.equals(Ready.LINE)) {
      return Optional.of(new Ready());
    }
    if (line.startsWith(Failed.START)) {
      return Optional.of(new Failed(line.substring(Failed.START.length())));
    }
    return Optional.empty();
  }

  /** The failure this throwable stands for: its innermost cause in one line. */
  static Failed failed(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return new Failed(innermost.toString().replaceAll("\\s+", " ").strip());
  }
}
