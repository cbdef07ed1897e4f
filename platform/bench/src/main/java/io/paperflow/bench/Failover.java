package io.paperflow.bench;

import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a source is not read after the fetcher that had it was killed. */
@Command(
    name = "failover",
    description = "Seconds from the kill of a fetcher until another one reads its source.",
    mixinStandardHelpOptions = true)
final class Failover implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Seconds between two readings of the source. */
  private static final int INTERVAL = 2;

  /** The second replica joins, and the group is in balance again. */
  private static final Duration TO_JOIN = Duration.ofSeconds(15);

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Fetchers that are killed (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private Workplace workplace = new Workplace();

  /** What was found. */
  record Found(List<Double> seconds) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("kills", Integer.toString(seconds.size()));
      line.put("s until it is read again, median", "%.1f".formatted(Percentiles.median(seconds)));
      line.put("max", "%.1f".formatted(Percentiles.of(seconds).max()));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("failover");
    try (Servers servers = Servers.start(workplace.folder());
        ShownPapers source = ShownPapers.start(workplace.clock())) {
      source.show(workplace.papers().paper(0));
      List<Double> seconds = new ArrayList<>();
      Map<String, ServiceProcess> fetchers = new HashMap<>();
      start(servers, source, 0, fetchers);
      try {
        for (int round = 1; round <= rounds; round++) {
          start(servers, source, round, fetchers);
          Thread.sleep(TO_JOIN);
          seconds.add(secondsAfterKill(source, fetchers));
          workplace.console().say("read again after %.1f s".formatted(seconds.getLast()));
        }
      } finally {
        fetchers.values().forEach(ServiceProcess::close);
      }
      Found found = new Found(seconds);
      Path file = results.save(found, List.of(found.line()));
      found.line().forEach((name, value) -> System.out.println(name + ": " + value));
      workplace.console().say("written to " + file);
      return 0;
    }
  }

  private static void start(
      Servers servers, ShownPapers source, int number, Map<String, ServiceProcess> fetchers)
      throws IOException {
    Path logs = servers.folder().resolve("logs");
    String contact = "fetcher-%d@example.org".formatted(number);
    fetchers.put(
        contact,
        ServiceProcess.fetcher(
            servers.kafka().bootstrapServers(),
            source.settings(INTERVAL, contact),
            new GcLog(logs.resolve("gc-" + number + ".log")),
            logs.resolve("fetcher-" + number + ".log")));
  }

  /** Kills the fetcher that has the source, and waits for the other one's first request. */
  private double secondsAfterKill(ShownPapers source, Map<String, ServiceProcess> fetchers)
      throws IOException, InterruptedException {
    String holder = reader(source, fetchers);
    Instant killed = workplace.clock().instant();
    Optional.ofNullable(fetchers.remove(holder)).ifPresent(ServiceProcess::kill);
    var _ = reader(source, fetchers);
    Instant again = source.asked().orElseThrow().at();
    return Duration.between(killed, again).toMillis() / 1e3;
  }

  /** Waits until one of these was the last to ask, and returns its contact. */
  private String reader(ShownPapers source, Map<String, ServiceProcess> fetchers)
      throws IOException, InterruptedException {
    Instant end = workplace.clock().instant().plus(PATIENCE);
    while (workplace.clock().instant().isBefore(end)) {
      String asked = source.asked().map(ShownPapers.Asked::userAgent).orElse("");
      Optional<String> reader = fetchers.keySet().stream().filter(asked::contains).findFirst();
      if (reader.isPresent()) {
        return reader.get();
      }
      Thread.sleep(LOOK);
    }
    throw new IOException("nobody reads the source for " + PATIENCE);
  }
}
