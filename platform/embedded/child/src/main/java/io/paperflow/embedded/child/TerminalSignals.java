package io.paperflow.embedded.child;

import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Signals that a terminal, a service manager or a shutdown sends to every process at once. A child
 * ignores them: its parent decides in which order things end, and takes it down by closing its
 * standard input.
 */
final class TerminalSignals {

  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private TerminalSignals() {}

  static void leaveToParent() {
    for (String name : NAMES) {
      Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
    }
  }
}
