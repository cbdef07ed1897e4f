package io.paperflow.embedded.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The life of a server without a parent, as in a container: it listens on all addresses, logs to
 * standard output and closes on SIGTERM.
 */
final class LoneServer {

  /** The first argument of such a process, before {@code HOST PORT DIRECTORY}. */
  static final String OPTION = "--serve";

  private static final int EXIT_USAGE = 2;

  private LoneServer() {}

  /**
   * Runs the server until the process is told to end. Exit codes: 1 not started, 2 wrong arguments,
   * 143 closed by SIGTERM.
   */
  static void run(String[] args, Server.Factory factory) {
    if (args.length != 4 || !args[2].matches("[0-9]{1,5}")) {
      System.err.println("expected " + OPTION + " HOST PORT DIRECTORY");
      Runtime.getRuntime().halt(EXIT_USAGE);
    }
    try {
      Path directory = Files.createDirectories(Path.of(args[3]));
      // Held as long as the process lives: two servers on one directory would destroy it.
      DirectoryLock lock =
          DirectoryLock.tryLock(directory, Duration.ZERO)
              .orElseThrow(() -> new IOException("another server uses " + directory));
      Server server =
          factory.create(
              new ChildArguments(
                  directory, args[1], Integer.parseInt(args[2]), directory.resolve("server.log")));
      server.start();
      System.out.println("ready on port " + args[2] + " as " + args[1]);
      CountDownLatch closed = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, lock, closed), "close"));
      closed.await();
    } catch (Throwable e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void close(Server server, DirectoryLock lock, CountDownLatch closed) {
    try {
      server.stop();
      lock.close();
    } catch (Exception e) {
      System.err.println("the server did not close: " + e);
    }
    closed.countDown();
  }
}
