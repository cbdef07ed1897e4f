package io.paperflow.standalone;

import java.util.List;

/** Ends a command with lines for people and an exit code. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> lines;

  private Refusal(int exitCode, List<String> lines) {
    super(String.join("; ", lines));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** Refused before anything started. */
  static Refusal before(List<String> lines) {
    return new Refusal(Paperflow.REFUSED, lines.stream().map(Refusal::named).toList());
  }

  /** Refused before anything started. */
  static Refusal before(String line) {
    return before(List.of(line));
  }

  /** Failed while under way. */
  static Refusal failed(String line) {
    return new Refusal(Paperflow.FAILED, List.of(named(line)));
  }

  private static String named(String line) {
    return "paperflow: " + line;
  }

  int exitCode() {
    return exitCode;
  }

  List<String> lines() {
    return lines;
  }
}
