package io.paperflow.bench;

import io.paperflow.bench.load.DirectLoad;
import io.paperflow.bench.load.Documents;
import io.paperflow.embedded.StartFailure;
import io.paperflow.indexer.index.IndexLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The indexer in its own JVM on a full topic, against a bulk load, with and without outages. */
@Command(
    name = "indexer",
    description = "The indexer alone on a full topic, while Elasticsearch is well and while not.",
    mixinStandardHelpOptions = true)
final class IndexerAlone implements Callable<Integer> {

  @Option(
      names = "--papers",
      defaultValue = "100000",
      description = "Papers in the topic (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--rounds",
      defaultValue = "1",
      description = "Rounds of all scenarios (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--outages",
      split = ",",
      defaultValue = "NONE,SILENCE,SOME_REFUSED,ALL_REFUSED",
      description = "Scenarios of a round (default: ${DEFAULT-VALUE}).")
  private List<Outage> outages = List.of();

  @Mixin private Workplace workplace = new Workplace();

  /** A run, and the direct load of its round in documents a second. */
  record Found(int papers, double direct, IndexerRun.Measured measured) {

    double ratio() {
      return measured.papersPerSecondWithoutOutage() / direct;
    }

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("Elasticsearch", measured.outage().title());
      line.put("papers", Integer.toString(papers));
      line.put("papers/s", "%.0f".formatted(measured.papersPerSecond()));
      line.put("less the outage", "%.0f".formatted(measured.papersPerSecondWithoutOutage()));
      line.put("direct documents/s", "%.0f".formatted(direct));
      line.put("ratio", "%.2f".formatted(ratio()));
      line.put("CPU s", "%.1f".formatted(measured.indexer().cpuSeconds()));
      line.put("peak MB", Long.toString(measured.indexer().peakMegabytes()));
      line.put("arrived", Long.toString(measured.arrived()));
      line.put("writes", Long.toString(measured.writes()));
      line.put("s to full rate", "%.1f".formatted(measured.secondsToFullRate()));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("indexer");
    try (Servers servers = Servers.start(workplace.folder())) {
      EnrichedTopic topic = new EnrichedTopic(workplace, servers.kafka().bootstrapServers());
      topic.fill(papers);
      IndexerRun run = new IndexerRun(workplace, servers, topic, papers);
      Path documents = servers.folder().resolve("documents.bulks");
      List<Found> found = new ArrayList<>();
      // Elasticsearch compiles its own code while it is new: neither side is to pay for that.
      var _ = run.run(Outage.NONE);
      var _ = direct(servers, documents);
      for (int round = 0; round < rounds; round++) {
        List<IndexerRun.Measured> measured = new ArrayList<>();
        for (Outage outage : outages) {
          measured.add(run.run(outage));
        }
        double direct = direct(servers, documents);
        measured.stream().map(m -> new Found(papers, direct, m)).forEach(found::add);
      }
      List<Map<String, String>> lines = found.stream().map(Found::line).toList();
      lines.forEach(System.out::println);
      workplace.console().say("written to " + results.save(found, lines));
    }
    return 0;
  }

  private double direct(Servers servers, Path documents) throws IOException, InterruptedException {
    if (!Files.exists(documents)) {
      var _ = new Documents(servers.indices()).save(IndexLayout.FIRST_INDEX, documents);
    }
    servers.indices().delete(IndexLayout.FIRST_INDEX);
    servers.awaitQuiet();
    workplace.console().say("loading the documents directly");
    return new DirectLoad(servers.http()).documentsPerSecond(documents);
  }
}
