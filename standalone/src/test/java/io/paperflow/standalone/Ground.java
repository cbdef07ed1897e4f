package io.paperflow.standalone;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.EmbeddedServers;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import io.paperflow.embedded.child.LocalPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Real servers for all tests of a run that can share them, since their start takes long. Tests keep
 * apart by the ids of their papers, and stop what services they started. The data is below {@code
 * target}.
 */
final class Ground implements AutoCloseable {

  private final Path folder;
  private final DataDirectory data;
  private final EmbeddedServers servers;
  private final ServedKafka topics;
  private final PapersIndex index;

  private Ground(Path folder, DataDirectory data, EmbeddedServers servers) {
    this.folder = folder;
    this.data = data;
    this.servers = servers;
    this.topics = new ServedKafka(servers.kafka().bootstrapServers());
    this.index = new PapersIndex(servers.elasticsearch().uri());
  }

  /** Gives tests the ground as a parameter; JUnit closes it at the end of the run. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Ground.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Ground.class))
          .getOrComputeIfAbsent(Ground.class, _ -> open(), Ground.class);
    }
  }

  private static Ground open() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path folder = Files.createTempDirectory(target, "ground");
      DataDirectory data = DataDirectory.open(folder);
      EmbeddedServers servers =
          EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch());
      return new Ground(folder, data, servers);
    } catch (IOException | StartFailure e) {
      throw new IllegalStateException("the servers do not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the servers started", e);
    }
  }

  EmbeddedKafka kafka() {
    return servers.kafka();
  }

  EmbeddedElasticsearch elasticsearch() {
    return servers.elasticsearch();
  }

  /** What is in Kafka. */
  ServedKafka topics() {
    return topics;
  }

  /** What is in Elasticsearch. */
  PapersIndex index() {
    return index;
  }

  /** All services in this JVM, at work. */
  Services services() throws Exception {
    int page = LocalPort.free(new Random());
    Ports ports = new Ports(page, elasticsearch().port(), kafka().port());
    Services services =
        Services.prepare(
            Address.of(ports, new Given(Optional.empty(), Optional.empty())), Mode.ONCE);
    services.serve();
    return services;
  }

  /** The environment of a service in a process of its own. */
  Map<String, String> environment(String instance) {
    return Map.of(
        "PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS",
        kafka().bootstrapServers(),
        "PAPERFLOW_KAFKA_INSTANCE_ID",
        instance,
        "PAPERFLOW_ELASTICSEARCH_URIS",
        elasticsearch().uri().toString(),
        "PAPERFLOW_FORGES_ENABLED",
        "false",
        "MICRONAUT_SERVER_HOST",
        "127.0.0.1",
        "MICRONAUT_SERVER_PORT",
        "-1");
  }

  @Override
  public void close() throws IOException {
    index.close();
    topics.close();
    servers.close();
    data.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Ground::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
