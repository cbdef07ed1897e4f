package io.paperflow.standalone;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how far work is: one line that is written over in a terminal, else a plain line now and
 * then. Thread-safe.
 */
final class Progress {

  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";
  private long shownAt = System.nanoTime() - PLAIN_INTERVAL.toNanos();

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Progress on standard error, where it does not mix with results. */
  static Progress standard(Map<String, String> environment) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
            && !"dumb".equals(environment.get("TERM"));
    return new Progress(System.err, terminal);
  }

  /** Shows the present state of the work. */
  synchronized void show(String state) {
    if (state.equals(shown)) {
      return;
    }
    if (terminal) {
      out.print(CLEAR_LINE + state);
      out.flush();
    } else if (System.nanoTime() - shownAt < PLAIN_INTERVAL.toNanos()) {
      return;
    } else {
      out.println(state);
    }
    shown = state;
    shownAt = System.nanoTime();
  }

  /** Prints a line that stays. */
  synchronized void say(String line) {
    if (terminal && !shown.isEmpty()) {
      out.print(CLEAR_LINE);
    }
    out.println(line);
    shown = "";
  }

  /** Takes a line that was being written over away. */
  synchronized void clear() {
    if (terminal && !shown.isEmpty()) {
      out.print(CLEAR_LINE);
      out.flush();
    }
    shown = "";
  }
}
