package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.StartFailure.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void anAnsweringServerRunsUntilItsInputIsClosed() throws Exception {
    ChildProcess child = shell("echo chatter; echo paperflow-child: ready; cat; exit 7");

    child.awaitReady("Server", log(), LONG);
    assertTrue(child.isAlive());
    child.stop();

    assertFalse(child.isAlive());
    assertEquals(7, child.onExit().join());
  }

  @Test
  void aServerThatFailsIsQuoted() throws Exception {
    ChildProcess child = shell("echo paperflow-child: failed: no such luck; cat");

    refused(
        child,
        Code.CHILD_DIED,
        "Server did not start: no such luck (more in %s)".formatted(file()));
  }

  @Test
  void aServerThatDiesWithoutAWordIsQuotedFromItsLog() throws Exception {
    ChildProcess child = shell("echo loading >&2; echo out of luck >&2; exit 3");

    refused(
        child, Code.CHILD_DIED, "Server did not start: out of luck (more in %s)".formatted(file()));
  }

  @Test
  void aServerThatDoesNotAnswerIsEnded() throws Exception {
    ChildProcess child = shell("cat");

    refused(
        child,
        Code.TIMEOUT,
        Duration.ZERO,
        "Server did not answer within 0 s: its log is empty (more in %s)".formatted(file()));
  }

  @Test
  void stoppingTwiceIsTheSameAsOnce() throws Exception {
    ChildProcess child = shell("cat");

    child.stop();
    child.stop();

    assertEquals(0, child.onExit().join());
  }

  @Test
  void aFrozenProcessGoesOnWhenThawed() throws Exception {
    ChildProcess child = shell("cat");

    child.signal("STOP");
    awaitState(child, "T");
    child.requestStop();
    assertTrue(child.isAlive());
    child.signal("CONT");

    assertEquals(0, child.onExit().join());
  }

  @Test
  void aSignalToAProcessThatIsGoneFails() throws Exception {
    ChildProcess child = shell("exit 0");
    child.onExit().join();

    assertThrows(IOException.class, () -> child.signal("STOP"));
  }

  /** Until {@code ps} says so; the test's time limit ends it otherwise. */
  private static void awaitState(ChildProcess child, String state) throws IOException {
    String seen = "";
    while (!seen.startsWith(state)) {
      Process ps =
          new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(child.pid())).start();
      seen = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  private void refused(ChildProcess child, Code code, String message) {
    refused(child, code, LONG, message);
  }

  private void refused(ChildProcess child, Code code, Duration within, String message) {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> child.awaitReady("Server", log(), within));
    assertEquals(message, failure.getMessage());
    assertEquals(code, failure.code());
    assertFalse(child.isAlive());
  }

  private ChildProcess shell(String script) throws IOException {
    return ChildProcess.start(
        new ProcessBuilder("sh", "-c", script).redirectError(file().toFile()));
  }

  private ServerLog log() {
    return new ServerLog(file());
  }

  private Path file() {
    return folder.resolve("server.log");
  }
}
