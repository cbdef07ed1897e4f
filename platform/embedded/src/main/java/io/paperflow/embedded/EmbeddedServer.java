package io.paperflow.embedded;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * A running server in a process of its own, which ends with this process however that ends.
 * Thread-safe. {@link #kill}, {@link #restart}, {@link #suspend} and {@link #resume} are there for
 * tests of what depends on the server.
 */
public abstract sealed class EmbeddedServer implements AutoCloseable
    permits EmbeddedKafka, EmbeddedElasticsearch {

  private final Launcher launcher;
  private volatile ChildProcess process;

  EmbeddedServer(Launcher launcher) throws StartFailure, InterruptedException {
    this.launcher = launcher;
    this.process = launcher.launch();
  }

  /** Returns once the server answers; when it does not, its process is ended. */
  final void awaitReady() throws StartFailure, InterruptedException {
    launcher.awaitReady(process);
  }

  /** Has the server begin what {@link #stop} waits for. */
  final void requestStop() {
    process.requestStop();
  }

  /** Where it listens at 127.0.0.1; the same after a restart. */
  public final int port() {
    return launcher.port();
  }

  /** The number of its present process. */
  public final long pid() {
    return process.pid();
  }

  /** Whether its process runs; a suspended one does. */
  public final boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code when the present process ends, wanted or not. */
  public final CompletionStage<Integer> onExit() {
    return process.onExit();
  }

  /**
   * Lets the server close its data and returns when its process is gone: well within a second, or a
   * few seconds after its first start. After 40 s it is killed. Does nothing when it is gone
   * already.
   */
  public final void stop() {
    process.stop();
  }

  /** Ends the process as {@code kill -9} does and returns when it is gone. */
  public final void kill() {
    process.kill();
  }

  /** Stops the server if it runs, and starts it on the same port and data. */
  public final synchronized void restart() throws StartFailure, InterruptedException {
    stop();
    process = launcher.launch();
    awaitReady();
  }

  /**
   * Freezes the process: connections stay open and nothing answers, but for what its threads have
   * under way when the signal is sent. Resume it before this process ends: frozen, it cannot see
   * that. Needs a POSIX system.
   */
  public final void suspend() throws IOException, InterruptedException {
    process.signal("STOP");
  }

  /** Lets a suspended process go on. */
  public final void resume() throws IOException, InterruptedException {
    process.signal("CONT");
  }

  /** The same as {@link #stop}. */
  @Override
  public final void close() {
    stop();
  }
}
