package io.paperflow.embedded.child;

import java.util.Optional;

/** What a child tells its parent about its start: one line on standard output. */
public sealed interface Answer {

  /** The server answers its clients. */
  record Ready() implements Answer {
    @Override
    public String line() {
      return READY;
    }
  }

  /**
   * The server could not start and the process is about to end.
   *
   * @param reason one line
   */
  record Failed(String reason) implements Answer {
    @Override
    public String line() {
      return FAILED + reason;
    }
  }

  /** The line that says this, without its end. */
  String line();

  /** The answer in this line of a child's output; empty when the line says something else. */
  static Optional<Answer> parse(String line) {
    if (line.equals(READY)) {
      return Optional.of(new Ready());
    }
    if (line.startsWith(FAILED)) {
      return Optional.of(new Failed(line.substring(FAILED.length())));
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

  /** Begins the line of {@link Ready}. */
  String READY = "paperflow-child: ready";

  /** Begins the line of {@link Failed}. */
  String FAILED = "paperflow-child: failed: ";
}
