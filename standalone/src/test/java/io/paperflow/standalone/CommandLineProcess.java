package io.paperflow.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command line in a JVM of its own, called as the launcher calls it. */
final class CommandLineProcess implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private CommandLineProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command in a working folder; what it prints goes to the system's temporary folder. */
  static CommandLineProcess start(Path workingFolder, String... arguments) throws IOException {
    return start(workingFolder, ProcessBuilder.Redirect.PIPE, Map.of(), arguments);
  }

  /** Starts a command with settings in its environment. */
  static CommandLineProcess start(
      Path workingFolder, Map<String, String> settings, String... arguments) throws IOException {
    return start(workingFolder, ProcessBuilder.Redirect.PIPE, settings, arguments);
  }

  /** Starts {@code up} on ports that are free, its data in a folder of the given one. */
  static CommandLineProcess up(Path folder, Map<String, String> settings, String... documents)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(List.of(documents));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    for (String port : List.of("--http-port", "--elasticsearch-port", "--kafka-port")) {
      arguments.addAll(List.of(port, "0"));
    }
    return start(folder, settings, arguments.toArray(String[]::new));
  }

  /** Starts a command with what it reads from its standard input. */
  static CommandLineProcess start(
      Path workingFolder, ProcessBuilder.Redirect input, String... arguments) throws IOException {
    return start(workingFolder, input, Map.of(), arguments);
  }

  private static CommandLineProcess start(
      Path workingFolder,
      ProcessBuilder.Redirect input,
      Map<String, String> settings,
      String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            // As the launcher has it: code for short lives is not worth optimising.
            "-XX:TieredStopAtLevel=1",
            "-Xms32m",
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "io.paperflow.standalone.Paperflow"));
    words.addAll(List.of(arguments));
    Path out = Files.createTempFile("paperflow", ".out");
    Path err = Files.createTempFile("paperflow", ".err");
    ProcessBuilder command =
        new ProcessBuilder(words)
            .directory(workingFolder.toFile())
            .redirectInput(input)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    command.environment().keySet().removeIf(name -> name.startsWith("PAPERFLOW_"));
    command.environment().putAll(settings);
    return new CommandLineProcess(command.start(), out, err);
  }

  /** Runs a command to its end. */
  static CommandLineProcess run(Path workingFolder, String... arguments) throws Exception {
    CommandLineProcess process = start(workingFolder, arguments);
    var _ = process.awaitExit();
    return process;
  }

  /** Where the command's standard input is written, when it is a pipe. */
  OutputStream input() {
    return process.getOutputStream();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code, once it has ended. */
  int awaitExit() throws Exception {
    Await.until("the command ends", () -> !process.isAlive());
    return process.exitValue();
  }

  List<String> out() throws IOException {
    return Files.readAllLines(out);
  }

  List<String> err() throws IOException {
    return Files.readAllLines(err);
  }

  /** The first line of its output that begins so, once it is there. */
  String awaitLine(String beginning) throws Exception {
    Await.until(
        "the output has a line " + beginning,
        () -> line(beginning).isPresent() || !process.isAlive());
    return line(beginning)
        .orElseThrow(() -> new AssertionError("ended without a line " + beginning + this));
  }

  private Optional<String> line(String beginning) throws IOException {
    return out().stream().filter(line -> line.startsWith(beginning)).findFirst();
  }

  /** What it has started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Sends it a signal by its name. */
  void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + name + " failed");
    }
  }

  /** All it said, for messages of failures. */
  @Override
  public String toString() {
    try {
      return "\nexit code %s\n%s\n%s"
          .formatted(
              process.isAlive() ? "none yet" : process.exitValue(),
              String.join("\n", out()),
              String.join("\n", err()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Leaves nothing running. */
  @Override
  public void close() throws IOException, InterruptedException {
    List<ProcessHandle> children = children();
    process.destroyForcibly();
    process.waitFor(1, TimeUnit.MINUTES);
    children.forEach(ProcessHandle::destroyForcibly);
    Files.delete(out);
    Files.delete(err);
  }
}
