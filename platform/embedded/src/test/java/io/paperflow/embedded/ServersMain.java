package io.paperflow.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts both servers on the folder it is given, reports them, and lives on. */
final class ServersMain {

  private ServersMain() {}

  public static void main(String[] args) throws Exception {
    try (DataDirectory data = DataDirectory.open(Path.of(args[0]));
        EmbeddedServers servers =
            EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch())) {
      System.out.println(
          new Report(
                  servers.kafka().bootstrapServers(),
                  servers.kafka().pid(),
                  servers.elasticsearch().uri(),
                  servers.elasticsearch().pid())
              .line());
      new CountDownLatch(1).await();
    }
  }

  /** What the process prints in one line. */
  record Report(String bootstrapServers, long kafkaPid, URI elasticsearch, long elasticsearchPid) {

    String line() {
      return bootstrapServers + " " + kafkaPid + " " + elasticsearch + " " + elasticsearchPid;
    }

    static Report parse(String line) {
      String[] words = line.split(" ", -1);
      return new Report(
          words[0], Long.parseLong(words[1]), URI.create(words[2]), Long.parseLong(words[3]));
    }
  }
}
