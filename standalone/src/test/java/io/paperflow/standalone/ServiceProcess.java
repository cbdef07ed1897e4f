package io.paperflow.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours in a JVM of its own, as on a cluster; it can be killed and started again. */
final class ServiceProcess implements AutoCloseable {

  private final ProcessBuilder command;
  private Process process;

  private ServiceProcess(ProcessBuilder command) throws IOException {
    this.command = command;
    this.process = command.start();
  }

  /**
   * Starts a program.
   *
   * @param log takes what it prints
   * @param environment over the present one
   */
  static ServiceProcess start(
      Class<?> main, Path log, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    words.addAll(List.of(arguments));
    ProcessBuilder command =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    command.environment().putAll(environment);
    return new ServiceProcess(command);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Fails when it has ended by itself, and not well. */
  void requireNotFailed() {
    if (!process.isAlive() && process.exitValue() != 0) {
      throw new AssertionError(
          "%s ended with exit code %d: see %s"
              .formatted(command.command(), process.exitValue(), command.redirectOutput().file()));
    }
  }

  /** As {@code kill -9} does; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts the program once more. */
  void restart() throws IOException {
    process = command.start();
  }

  /** The exit code, once it has ended. */
  int awaitExit() throws Exception {
    Await.until(command.command().getLast() + " ends", () -> !process.isAlive());
    return process.exitValue();
  }

  /** Leaves nothing running. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(1, TimeUnit.MINUTES);
  }
}
