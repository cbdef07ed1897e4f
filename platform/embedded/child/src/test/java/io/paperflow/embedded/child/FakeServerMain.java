package io.paperflow.embedded.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A process whose server does as the last part of its directory's name says: {@code serves}, {@code
 * fails}, or {@code hangs} while it starts. It writes a file {@code stopped} when it is stopped.
 */
final class FakeServerMain {

  private FakeServerMain() {}

  public static void main(String[] args) {
    ServerMain.run(args, arguments -> new FakeServer(arguments.directory()));
  }

  private record FakeServer(Path directory) implements Server {

    @Override
    public void start() throws Exception {
      System.err.println("starting");
      switch (directory.getFileName().toString()) {
        case "fails" -> throw new IllegalStateException("no such luck");
        case "hangs" -> new CountDownLatch(1).await();
        default -> System.out.println("not an answer");
      }
    }

    @Override
    public void stop() throws Exception {
      Files.createFile(directory.resolve("stopped"));
    }
  }
}
