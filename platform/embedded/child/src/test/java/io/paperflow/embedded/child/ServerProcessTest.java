package io.paperflow.embedded.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerProcessTest {

  @TempDir Path folder;

  private Optional<Process> started = Optional.empty();

  @AfterEach
  void leaveNothingBehind() {
    started.ifPresent(Process::destroyForcibly);
  }

  @Test
  void aServerIsStoppedWhenStandardInputEnds() throws Exception {
    Process process = start("serves");
    assertEquals(Optional.of(new Answer.Ready()), Answer.parse(firstLine(process)));

    process.getOutputStream().close();

    assertEquals(0, process.waitFor());
    assertTrue(Files.exists(folder.resolve("serves/stopped")));
  }

  @Test
  void aServerThatDoesNotStartSaysWhy() throws Exception {
    Process process = start("fails");

    assertEquals(
        Optional.of(new Answer.Failed("java.lang.IllegalStateException: no such luck")),
        Answer.parse(firstLine(process)));
    assertEquals(1, process.waitFor());
    assertTrue(Files.readString(log()).contains("at io.paperflow.embedded.child."));
  }

  @Test
  void aServerThatIsStillStartingEndsWithStandardInputToo() throws Exception {
    Process process = start("hangs");

    process.getOutputStream().close();

    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertFalse(Files.exists(folder.resolve("hangs/stopped")), "it never ran");
  }

  @Test
  void signalsMeantForTheParentChangeNothing() throws Exception {
    Process process = start("serves");
    firstLine(process);

    for (String signal : List.of("INT", "TERM", "HUP")) {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
    process.getOutputStream().close();

    assertEquals(0, process.waitFor());
    assertTrue(Files.exists(folder.resolve("serves/stopped")));
  }

  @Test
  void nothingButAnswersGoesToStandardOutput() throws Exception {
    Process process = start("serves");
    assertEquals(new Answer.Ready().line(), firstLine(process));

    assertTrue(Files.readString(log()).contains("not an answer"));
  }

  @Test
  void aServerByItselfServesUntilItIsToldToEnd() throws Exception {
    Process process = start("serves", "--serve", "kafka.example", "1", folder + "/serves");
    assertEquals("not an answer", firstLine(process));

    // The input of a container is at its end from the first.
    process.getOutputStream().close();
    assertEquals("ready on port 1 as kafka.example", process.inputReader().readLine());
    process.destroy();

    assertEquals(143, process.waitFor());
    assertTrue(Files.exists(folder.resolve("serves/stopped")));
  }

  @Test
  void aServerByItselfThatDoesNotStartSaysWhy() throws Exception {
    Process process = start("fails", "--serve", "kafka.example", "1", folder + "/fails");

    assertEquals(1, process.waitFor());
    assertTrue(Files.readString(log()).contains("no such luck"));
  }

  @Test
  void aServerByItselfSaysWhatItExpects() throws Exception {
    Process process = start("serves", "--serve", "kafka.example");

    assertEquals(2, process.waitFor());
    assertTrue(Files.readString(log()).contains("expected --serve HOST PORT DIRECTORY"));
  }

  private Process start(String behaviour) throws IOException {
    return start(
        behaviour,
        new ChildArguments(folder.resolve(behaviour), 1, log()).toList().toArray(String[]::new));
  }

  private Process start(String behaviour, String... arguments) throws IOException {
    Files.createDirectory(folder.resolve(behaviour));
    Files.createFile(log());
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeServerMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.command().addAll(List.of(arguments));
    Process process = builder.start();
    started = Optional.of(process);
    return process;
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    return String.valueOf(reader.readLine());
  }
}
