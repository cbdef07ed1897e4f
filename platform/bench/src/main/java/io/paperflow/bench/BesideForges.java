package io.paperflow.bench;

import io.paperflow.bench.load.Indices;
import io.paperflow.embedded.StartFailure;
import io.paperflow.indexer.index.IndexLayout;
import io.paperflow.testkit.forges.GitHubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Whether papers flow as fast while their repositories are looked up as they do without. */
@Command(
    name = "forges",
    description =
        "Papers a second with a played GitHub that is asked about their code, and without.",
    mixinStandardHelpOptions = true)
final class BesideForges implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final double GIVE_UP_SECONDS = 300;

  @Option(
      names = "--papers",
      defaultValue = "100000",
      description = "Papers, one in five with code (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "Rounds of both (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private Workplace workplace = new Workplace();

  /**
   * A round.
   *
   * @param asked repositories that were known when the last paper was written
   * @param exceeded requests beyond a limit of the forge
   */
  record Round(double without, double with, int asked, int exceeded) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("papers/s without", "%.0f".formatted(without));
      line.put("papers/s with", "%.0f".formatted(with));
      line.put("ratio", "%.2f".formatted(with / without));
      line.put("repositories known then", Integer.toString(asked));
      line.put("requests too many", Integer.toString(exceeded));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("forges");
    List<Round> found = new ArrayList<>();
    // Each round has new servers: neither side is to find them warmer than the other.
    for (int round = 0; round < rounds; round++) {
      double without = papersPerSecond(Optional.empty());
      try (GitHubServer gitHub = GitHubServer.start(workplace.clock())) {
        double with = papersPerSecond(Optional.of(gitHub));
        found.add(new Round(without, with, gitHub.asked().size(), gitHub.exceeded()));
      }
    }
    List<Map<String, String>> lines = found.stream().map(Round::line).toList();
    lines.forEach(System.out::println);
    workplace.console().say("written to " + results.save(found, lines));
    return 0;
  }

  private double papersPerSecond(Optional<GitHubServer> gitHub)
      throws IOException, InterruptedException, StartFailure {
    try (Servers servers = Servers.start(workplace.folder())) {
      Path file = servers.folder().resolve("papers.jsonl");
      workplace.write(papers, file);
      Path watched = Files.createDirectories(servers.folder().resolve("watched"));
      Process process =
          new Launcher(Workplace.root(), servers)
              .start(
                  settings(watched, gitHub),
                  List.of(
                      "up",
                      "--data",
                      servers.folder().resolve("services").toString(),
                      "--http-port",
                      "0"));
      try {
        Files.move(file, watched.resolve("papers.jsonl"));
        return measured(servers.indices());
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private static Map<String, String> settings(Path watched, Optional<GitHubServer> gitHub) {
    Map<String, String> settings = new HashMap<>();
    for (String source : List.of("HUGGINGFACE_DAILY_PAPERS", "ARXIV_RSS", "ARXIV_OAI")) {
      settings.put("PAPERFLOW_SOURCES_" + source + "_ENABLED", "false");
    }
    settings.put("PAPERFLOW_SOURCES_FOLDER_ENABLED", "true");
    settings.put("PAPERFLOW_SOURCES_FOLDER_OPTIONS_PATHS", watched.toString());
    settings.put("PAPERFLOW_FORGES_ENABLED", Boolean.toString(gitHub.isPresent()));
    gitHub.ifPresent(
        server -> {
          settings.put("PAPERFLOW_FORGES_ADDRESSES_GITHUB", server.uri().toString());
          settings.put("PAPERFLOW_HTTP_HOSTS_GITHUB_TOKEN", "played");
        });
    return settings;
  }

  /** From the first paper in the index to the last. */
  private double measured(Indices indices) throws IOException, InterruptedException {
    double begun = 0;
    double moved = now();
    long before = 0;
    while (before < papers) {
      Thread.sleep(LOOK);
      long count = written(indices);
      if (count > before) {
        begun = before == 0 ? now() : begun;
        moved = now();
      } else if (now() - moved > GIVE_UP_SECONDS) {
        throw new IOException("no more than %d of %d papers came".formatted(count, papers));
      }
      before = count;
      workplace.console().show(count + " of " + papers + " papers are written");
    }
    return papers / (now() - begun);
  }

  /** Facts are writes, too: what is written as often as there are papers is counted itself. */
  private long written(Indices indices) throws IOException, InterruptedException {
    long writes = indices.writes(IndexLayout.FIRST_INDEX);
    if (writes < papers) {
      return writes;
    }
    indices.refresh(IndexLayout.FIRST_INDEX);
    return indices.count(IndexLayout.FIRST_INDEX);
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }
}
