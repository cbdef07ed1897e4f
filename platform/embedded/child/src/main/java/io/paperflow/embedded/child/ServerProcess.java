package io.paperflow.embedded.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The life of a server's process: start the server, tell the parent, end with the parent. */
public final class ServerProcess {

  /** How long a server may take to close before the process ends all the same. */
  public static final Duration CLOSING = Duration.ofSeconds(10);

  /** How long a predecessor that lost its parent may take to leave the directory. */
  public static final Duration PREDECESSOR = CLOSING.plusSeconds(5);

  private static final long LOG_BYTES = 8 << 20;

  private final PrintStream parent;
  private final AtomicReference<Server> running = new AtomicReference<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Reachable as long as the process lives: a lock that is collected is a lock that is gone. */
  private final AtomicReference<DirectoryLock> lock = new AtomicReference<>();

  private ServerProcess(PrintStream parent) {
    this.parent = parent;
  }

  /**
   * Runs the server that this factory makes of the command line until standard input ends, and ends
   * the process. Exit codes: 0 closed, 1 not started or not closed.
   */
  static void run(String[] args, Server.Factory factory) {
    ChildArguments arguments = ChildArguments.parse(args);
    ServerProcess process = new ServerProcess(System.out);
    PrintStream log =
        new PrintStream(
            BoundedLog.onStandardError(arguments.log(), LOG_BYTES), true, StandardCharsets.UTF_8);
    System.setOut(log);
    System.setErr(log);
    TerminalSignals.leaveToParent();
    // Not a daemon: it keeps the process when all threads of the server are.
    Thread.ofPlatform().name("parent-watch").start(process::endWithParent);
    process.start(arguments, factory);
  }

  private void start(ChildArguments arguments, Server.Factory factory) {
    try {
      lock.set(lock(arguments.directory()));
      Server server = factory.create(arguments);
      server.start();
      running.set(server);
      parent.println(new Answer.Ready().line());
    } catch (Throwable e) {
      e.printStackTrace();
      parent.println(Answer.failed(e).line());
      Runtime.getRuntime().halt(1);
    }
  }

  private static DirectoryLock lock(Path directory) throws IOException, InterruptedException {
    return DirectoryLock.tryLock(directory, PREDECESSOR)
        .orElseThrow(() -> new IOException("another server still uses " + directory));
  }

  private void endWithParent() {
    awaitEnd(System.in);
    Thread.ofPlatform().name("last-resort").daemon().start(this::haltUnlessClosed);
    int status = 0;
    try {
      close();
    } catch (Exception e) {
      e.printStackTrace();
      status = 1;
    }
    closed.countDown();
    // Not the end yet: the JVM may take seconds to archive its classes for the next start.
    Runtime.getRuntime().halt(status);
  }

  private void close() throws Exception {
    Server server = running.get();
    if (server != null) {
      server.stop();
    }
    DirectoryLock held = lock.get();
    if (held != null) {
      held.close();
    }
  }

  private static void awaitEnd(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
  }

  private void haltUnlessClosed() {
    boolean inTime = false;
    try {
      inTime = closed.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody did, the time is up.
    }
    if (!inTime) {
      Runtime.getRuntime().halt(1);
    }
  }
}
