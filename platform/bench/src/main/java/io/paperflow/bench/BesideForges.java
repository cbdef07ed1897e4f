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
      names = "--each-second",
      defaultValue = "0",
      description = "Papers that come each second; 0 for all at once (default: ${DEFAULT-VALUE}).")
  private int eachSecond;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "Rounds of both (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private Workplace workplace = new Workplace();

  /**
   * How the papers flowed.
   *
   * @param perSecond papers, from the first in the index to the last
   * @param behind seconds from the arrival of the last paper to when it was in the index
   */
  record Flow(double perSecond, double behind) {}

  /**
   * A round.
   *
   * @param eachSecond papers that come each second; 0 for all at once
   * @param asked repositories that were known when the last paper was written
   * @param requests that were made for them
   * @param exceeded requests beyond a limit of the forge
   */
  record Round(int eachSecond, Flow without, Flow with, int asked, int requests, int exceeded) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("come each second", eachSecond == 0 ? "all" : Integer.toString(eachSecond));
      line.put("papers/s without", "%.0f".formatted(without.perSecond()));
      line.put("papers/s with", "%.0f".formatted(with.perSecond()));
      line.put("ratio", "%.2f".formatted(with.perSecond() / without.perSecond()));
      line.put("s behind without", "%.1f".formatted(without.behind()));
      line.put("s behind with", "%.1f".formatted(with.behind()));
      line.put("repositories known then", Integer.toString(asked));
      line.put("requests", Integer.toString(requests));
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
      Flow without = flow(Optional.empty());
      try (GitHubServer gitHub = GitHubServer.start(workplace.clock())) {
        Flow with = flow(Optional.of(gitHub));
        found.add(
            new Round(
                eachSecond,
                without,
                with,
                gitHub.asked().size(),
                gitHub.requests(),
                gitHub.exceeded()));
      }
    }
    List<Map<String, String>> lines = found.stream().map(Round::line).toList();
    lines.forEach(System.out::println);
    workplace.console().say("written to " + results.save(found, lines));
    return 0;
  }

  private Flow flow(Optional<GitHubServer> gitHub)
      throws IOException, InterruptedException, StartFailure {
    try (Servers servers = Servers.start(workplace.folder())) {
      List<Path> files = write(servers.folder());
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
        return measured(servers.indices(), files, watched);
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }

  /** One file, or one for each second. */
  private List<Path> write(Path folder) throws IOException {
    int each = eachSecond == 0 ? papers : eachSecond;
    List<Path> files = new ArrayList<>();
    for (int from = 0; from < papers; from += each) {
      Path file = folder.resolve("papers-%06d.jsonl".formatted(from));
      workplace.write(from, Math.min(papers, from + each), file);
      files.add(file);
    }
    return files;
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

  private Flow measured(Indices indices, List<Path> files, Path watched)
      throws IOException, InterruptedException {
    double begun = 0;
    double moved = now();
    double arrived = now();
    double start = now();
    int given = 0;
    long before = 0;
    while (before < papers) {
      if (given < files.size() && now() >= start + given) {
        Path file = files.get(given++);
        Files.move(file, watched.resolve(file.getFileName()));
        arrived = now();
      }
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
    return new Flow(papers / (now() - begun), now() - arrived);
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
