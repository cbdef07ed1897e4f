package io.paperflow.bench;

import io.paperflow.bench.Comparison.Round;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Papers from a file through all services, against a bulk load of the same documents. */
@Command(
    name = "end-to-end",
    description = "Ingests papers from a file, and bulk-loads the same documents for comparison.",
    mixinStandardHelpOptions = true)
final class EndToEnd implements Callable<Integer> {

  @Option(
      names = "--papers",
      defaultValue = "100000",
      description = "Papers of a round (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds, whose medians are reported (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "5000",
      description = "Papers of a first round that does not count (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Mixin private Workplace workplace = new Workplace();

  /** Medians of the rounds, and the rounds. */
  record Found(
      int papers,
      double ingested,
      double replayed,
      double direct,
      double ratio,
      List<Round> rounds) {}

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("end-to-end");
    try (Servers servers = Servers.start(workplace.folder())) {
      if (warmUp > 0) {
        var _ = new Comparison(workplace, servers, "warm-up", warmUp).run(1);
      }
      Comparison comparison = new Comparison(workplace, servers, "papers", papers);
      List<Round> measured = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        measured.add(comparison.run(round));
      }
      Found found =
          new Found(
              papers,
              median(measured, Round::ingested),
              median(measured, Round::replayed),
              median(measured, Round::direct),
              median(measured, Round::ratio),
              measured);
      Map<String, String> line = line(found);
      Path file = results.save(found, List.of(line));
      line.forEach((name, value) -> System.out.println(name + ": " + value));
      workplace.console().say("written to " + file);
      return 0;
    }
  }

  private Map<String, String> line(Found found) {
    List<Round> all = found.rounds();
    Map<String, String> line = new LinkedHashMap<>();
    line.put("papers", Integer.toString(found.papers()));
    line.put("rounds", Integer.toString(all.size()));
    line.put("paperflow papers/s", "%.0f".formatted(found.ingested()));
    line.put("again papers/s", "%.0f".formatted(found.replayed()));
    line.put("direct documents/s", "%.0f".formatted(found.direct()));
    line.put("ratio", "%.2f".formatted(found.ratio()));
    line.put(
        "peak MB services, Kafka, Elasticsearch",
        "%.0f, %.0f, %.0f"
            .formatted(
                median(all, r -> r.ingestion().services().peakMegabytes()),
                median(all, r -> r.kafka().peakMegabytes()),
                median(all, r -> r.elasticsearch().peakMegabytes())));
    line.put(
        "CPU s services, Kafka, Elasticsearch",
        "%.0f, %.0f, %.0f"
            .formatted(
                median(all, r -> r.ingestion().services().cpuSeconds()),
                median(all, r -> r.kafka().cpuSeconds()),
                median(all, r -> r.elasticsearch().cpuSeconds())));
    line.put(
        "s to searchable p50, p90, p99",
        "%.1f, %.1f, %.1f"
            .formatted(
                median(all, r -> r.searchableSeconds().p50()),
                median(all, r -> r.searchableSeconds().p90()),
                median(all, r -> r.searchableSeconds().p99())));
    return line;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
    return Percentiles.median(rounds.stream().map(of::applyAsDouble).toList());
  }
}
