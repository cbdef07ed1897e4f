package io.paperflow.bench;

import io.paperflow.bench.load.Indices;
import io.paperflow.indexer.index.IndexLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One {@code ./paperflow up --once} with one file, watched from outside. The time counts from the
 * moment all services run, when the reading begins, until the command says that everything is
 * searchable.
 */
final class Ingestion {

  /** Where the command notes its addresses once all services run. */
  private static final String STARTED = "instance.properties";

  private static final Duration LOOK = Duration.ofMillis(10);

  private final Launcher launcher;
  private final Indices indices;
  private final Path data;

  /**
   * An ingestion into an index that does not exist yet.
   *
   * @param data folder of the services
   */
  Ingestion(Launcher launcher, Indices indices, Path data) {
    this.launcher = launcher;
    this.indices = indices;
    this.data = data;
  }

  /**
   * What was measured.
   *
   * @param seconds of the ingestion
   * @param startSeconds of the start before
   * @param services what the services' process used, start included
   */
  record Measured(double seconds, double startSeconds, ProcessUse services) {}

  /**
   * Ingests a file.
   *
   * @param papers how many papers it holds; all must arrive
   * @param started called with the number of the services' process when the reading begins
   */
  Measured run(Path file, int papers, Map<String, String> environment, Consumer<Long> started)
      throws IOException, InterruptedException {
    indices.delete(IndexLayout.FIRST_INDEX);
    indices.delete(IndexLayout.FIRST_IDENTITIES);
    return again(file, papers, environment, started);
  }

  /** The same into the index as it is: nothing of papers that it holds already may get lost. */
  Measured again(Path file, int papers, Map<String, String> environment, Consumer<Long> started)
      throws IOException, InterruptedException {
    long launched = System.nanoTime();
    Process process = launcher.start(environment, arguments(file));
    try (ProcessWatch watch = ProcessWatch.start(process.pid())) {
      awaitStarted(process);
      long begun = System.nanoTime();
      started.accept(process.pid());
      String summary = summary(process);
      long done = System.nanoTime();
      int exitCode = process.waitFor();
      long found = indices.count(IndexLayout.FIRST_INDEX);
      if (exitCode != 0 || found != papers) {
        throw new IOException(
            "of %d papers %d are searchable, exit code %d: %s"
                .formatted(papers, found, exitCode, summary));
      }
      return new Measured((done - begun) / 1e9, (begun - launched) / 1e9, watch.last());
    } finally {
      process.destroy();
    }
  }

  private List<String> arguments(Path file) {
    return List.of("up", "--once", "--data", data.toString(), "--http-port", "0", file.toString());
  }

  private void awaitStarted(Process process) throws IOException, InterruptedException {
    while (!Files.exists(data.resolve(STARTED))) {
      if (!process.isAlive()) {
        throw new IOException("paperflow did not start, exit code " + process.exitValue());
      }
      Thread.sleep(LOOK);
    }
  }

  /** The last line but those of the shutdown; read when it is written. */
  private static String summary(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith("papers ")) {
      line = lines.readLine();
    }
    return line == null ? "paperflow ended without a summary" : line;
  }
}
