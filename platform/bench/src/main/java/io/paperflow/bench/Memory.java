package io.paperflow.bench;

import io.paperflow.bench.load.Indices;
import io.paperflow.embedded.StartFailure;
import io.paperflow.indexer.index.IndexLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the services need more memory for more papers. */
@Command(
    name = "memory",
    description = "Compares the services' memory while few and many papers are ingested.",
    mixinStandardHelpOptions = true)
final class Memory implements Callable<Integer> {

  /** Collections asked for in the course of a run. */
  private static final int LOOKS = 10;

  @Option(
      names = "--papers",
      split = ",",
      defaultValue = "10000,500000",
      description = "Papers of each run (default: ${DEFAULT-VALUE}).")
  private List<Integer> papers = List.of();

  @Mixin private Workplace workplace = new Workplace();

  /**
   * Memory of the services in a run.
   *
   * @param liveMegabytes objects on the heap after full collections in the course of the run
   */
  record Run(int papers, Ingestion.Measured ingestion, List<Integer> liveMegabytes) {

    int mostLive() {
      return liveMegabytes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("memory");
    try (Servers servers = Servers.start(workplace.folder())) {
      List<Run> runs = new ArrayList<>();
      for (int count : papers) {
        runs.add(run(servers, count));
      }
      List<Map<String, String>> lines = runs.stream().map(Memory::line).toList();
      lines.forEach(System.out::println);
      workplace.console().say("written to " + results.save(runs, lines));
    }
    return 0;
  }

  private Run run(Servers servers, int count) throws IOException, InterruptedException {
    Path file = servers.folder().resolve("memory-" + count + ".jsonl");
    workplace.write(count, file);
    servers.awaitQuiet();
    GcLog log = new GcLog(servers.folder().resolve("gc-" + count + ".log"));
    Ingestion ingestion =
        new Ingestion(
            new Launcher(Workplace.root(), servers),
            servers.indices(),
            servers.folder().resolve("services-" + count));
    Ingestion.Measured measured =
        ingestion.run(
            file,
            count,
            Map.of("JDK_JAVA_OPTIONS", log.option()),
            pid -> Thread.ofVirtual().start(() -> collect(servers.indices(), pid, count)));
    return new Run(count, measured, log.live());
  }

  /** Asks for a full collection at each tenth of the papers. */
  private void collect(Indices indices, long pid, int count) {
    try {
      for (int look = 1; look < LOOKS; look++) {
        long due = (long) count * look / LOOKS;
        while (indices.writes(IndexLayout.FIRST_INDEX) < due) {
          Thread.sleep(100);
        }
        GcLog.collect(pid);
        workplace.console().show(due + " of " + count + " papers are indexed");
      }
    } catch (IOException e) {
      workplace.console().say("no more collections: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> line(Run run) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("papers", Integer.toString(run.papers()));
    line.put("papers/s", "%.0f".formatted(run.papers() / run.ingestion().seconds()));
    line.put("peak MB of the services", Long.toString(run.ingestion().services().peakMegabytes()));
    line.put("most MB live on the heap", Integer.toString(run.mostLive()));
    return line;
  }
}
