package io.paperflow.bench;

import io.paperflow.bench.papers.GeneratedPaper;
import io.paperflow.bench.papers.PaperGenerator;
import io.paperflow.bench.papers.SnapshotLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** What all benchmarks share: options, the generator, and where things are. */
final class Workplace {

  /** Any number: all runs ingest the same papers. */
  private static final long SEED = 20_261_120;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Folder for all data of the run, removed at the end (default: below target).")
  private Path folder =
      root().resolve("platform/bench/target/run-" + ProcessHandle.current().pid());

  private final Console console = new Console(System.err);
  private final PaperGenerator papers = new PaperGenerator(SEED);
  private final InstantSource clock = InstantSource.system();

  Path folder() {
    return folder;
  }

  Console console() {
    return console;
  }

  PaperGenerator papers() {
    return papers;
  }

  InstantSource clock() {
    return clock;
  }

  /** The project's folder, which the script names. */
  static Path root() {
    return Path.of(System.getProperty("paperflow.root", ".")).toAbsolutePath().normalize();
  }

  /** Results of a benchmark that begins now. */
  Results results(String benchmark) throws IOException {
    return new Results(root().resolve("platform/bench/results"), benchmark, Machine.now(clock));
  }

  /** Writes papers to a file, one after the other. */
  void write(int count, Path file) throws IOException {
    write(0, count, file);
  }

  /**
   * Writes some papers to a file, one after the other.
   *
   * @param from number of the first
   * @param to of the one after the last
   */
  void write(int from, int to, Path file) throws IOException {
    try (SnapshotLines lines =
        new SnapshotLines(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int number = from; number < to; number++) {
        GeneratedPaper paper = papers.paper(number);
        lines.write(paper);
        int written = number + 1;
        console.show("generated " + written + " of " + to + " papers");
      }
    }
  }
}
