package io.paperflow.bench;

import io.paperflow.bench.load.Indices;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.EmbeddedServers;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded servers, as paperflow starts them, on a folder that is removed at the end. */
final class Servers implements AutoCloseable {

  private static final Duration QUIET_FOR = Duration.ofSeconds(1);
  private static final double QUIET_CPU_SECONDS = 0.1;
  private static final int MOST_LOOKS = 60;

  private final DataDirectory data;
  private final EmbeddedServers servers;
  private final ElasticsearchConnection connection;

  private Servers(DataDirectory data, EmbeddedServers servers) {
    this.data = data;
    this.servers = servers;
    this.connection =
        new ElasticsearchConnection(ElasticsearchSettings.of(servers.elasticsearch().uri()));
  }

  static Servers start(Path folder) throws StartFailure, InterruptedException {
    DataDirectory data = DataDirectory.open(folder);
    return new Servers(
        data, EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch()));
  }

  EmbeddedKafka kafka() {
    return servers.kafka();
  }

  EmbeddedElasticsearch elasticsearch() {
    return servers.elasticsearch();
  }

  ElasticsearchHttp http() {
    return connection.http();
  }

  Indices indices() {
    return new Indices(connection.http());
  }

  /** Where files of the benchmark can lie; removed at the end, too. */
  Path folder() {
    return data.path();
  }

  /** Returns once neither server is at work any more, so that the next load finds them idle. */
  void awaitQuiet() throws InterruptedException {
    double before = cpu();
    for (int i = 0; i < MOST_LOOKS; i++) {
      Thread.sleep(QUIET_FOR);
      double now = cpu();
      if (now - before < QUIET_CPU_SECONDS) {
        return;
      }
      before = now;
    }
  }

  private double cpu() {
    return Stream.of(servers.kafka().pid(), servers.elasticsearch().pid())
        .mapToDouble(pid -> ProcessUse.of(pid).orElse(ProcessUse.NONE).cpuSeconds())
        .sum();
  }

  @Override
  public void close() {
    connection.close();
    servers.close();
    Path folder = data.path();
    data.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
