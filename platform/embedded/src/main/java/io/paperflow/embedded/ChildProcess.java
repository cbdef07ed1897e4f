package io.paperflow.embedded;

import io.paperflow.embedded.StartFailure.Code;
import io.paperflow.embedded.child.Answer;
import io.paperflow.embedded.child.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's process, seen from its parent. Its standard input stays open as long as this process
 * lives, and closing it is what ends the child.
 */
final class ChildProcess {

  /**
   * Once after an update a JVM archives its classes when it ends: 3 s of work, if it has a core.
   */
  private static final Duration BEYOND_CLOSING = Duration.ofSeconds(30);

  private final Process process;
  private final CompletableFuture<Optional<Answer>> answer = new CompletableFuture<>();

  private ChildProcess(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("answer-of-" + process.pid()).start(this::listen);
  }

  static ChildProcess start(ProcessBuilder command) throws IOException {
    return new ChildProcess(command.start());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Answer.parse(line).ifPresent(said -> answer.complete(Optional.of(said)));
      }
    } catch (IOException | UncheckedIOException e) {
      // The process is gone, which is what the end of its output says too.
    } finally {
      answer.complete(Optional.empty());
    }
  }

  /** Returns once the server answers its clients; otherwise the process is ended. */
  void awaitReady(String title, ServerLog log, Duration within)
      throws StartFailure, InterruptedException {
    boolean ready = false;
    try {
      Optional<Answer> said = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
      ready =
          switch (said.orElseGet(() -> new Answer.Failed(log.lastTellingLine()))) {
            case Answer.Ready() -> true;
            case Answer.Failed(String reason) ->
                throw new StartFailure(
                    Code.CHILD_DIED,
                    "%s did not start: %s (more in %s)".formatted(title, reason, log.file()));
          };
    } catch (TimeoutException e) {
      throw new StartFailure(
          Code.TIMEOUT,
          "%s did not answer within %d s: %s (more in %s)"
              .formatted(title, within.toSeconds(), log.lastTellingLine(), log.file()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (!ready) {
        kill();
      }
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code. */
  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Tells the server to close and returns at once. */
  void requestStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The other end is gone already.
    }
  }

  /** Lets the server close, for a bounded time; then it is killed. */
  void stop() {
    requestStop();
    try {
      Duration within = ServerProcess.CLOSING.plus(BEYOND_CLOSING);
      process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Ends the process as {@code kill -9} does and returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Sends a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + name + " " + pid() + " failed");
    }
  }
}
