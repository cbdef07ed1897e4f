package io.paperflow.standalone;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.EmbeddedServer;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import io.paperflow.embedded.child.LocalPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Everything on one data folder: the embedded servers that are needed, and the services. */
final class Instance implements AutoCloseable {

  private final DataDirectory data;
  private final List<EmbeddedServer> servers;
  private final Address address;
  private final Services services;
  private volatile boolean closing;
  private volatile Optional<String> failure = Optional.empty();

  private Instance(
      DataDirectory data, List<EmbeddedServer> servers, Address address, Services services) {
    this.data = data;
    this.servers = servers;
    this.address = address;
    this.services = services;
  }

  /**
   * Starts everything and returns when it answers.
   *
   * @param onFailure called when a server ends unasked
   */
  static Instance start(
      Path path, int httpPort, int elasticsearchPort, int kafkaPort, Runnable onFailure)
      throws StartFailure, IOException, Refusal, InterruptedException {
    int page = httpPort == 0 ? LocalPort.free(new Random()) : httpPort;
    Optional<String> taken = LocalPort.problem(page);
    if (taken.isPresent()) {
      throw Refusal.before(
          "port " + page + " is taken: stop what uses it or choose another with --http-port");
    }
    DataDirectory data = DataDirectory.open(path);
    List<EmbeddedServer> servers = new ArrayList<>();
    try {
      Address address = servers(data, servers, page, elasticsearchPort, kafkaPort);
      Instance instance =
          new Instance(data, List.copyOf(servers), address, Services.start(address));
      address.save(data.path());
      instance.watch(onFailure);
      return instance;
    } catch (StartFailure | IOException | Refusal | InterruptedException | RuntimeException e) {
      servers.forEach(EmbeddedServer::close);
      data.close();
      throw e;
    }
  }

  /** Starts those servers that the environment does not name, side by side. */
  private static Address servers(
      DataDirectory data,
      List<EmbeddedServer> started,
      int httpPort,
      int elasticsearchPort,
      int kafkaPort)
      throws StartFailure, InterruptedException {
    Map<String, String> environment = System.getenv();
    Optional<String> givenKafka =
        Optional.ofNullable(environment.get("PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS"));
    Optional<String> givenElasticsearch =
        Optional.ofNullable(environment.get("PAPERFLOW_ELASTICSEARCH_URIS"));
    CompletableFuture<EmbeddedKafka> kafka = new CompletableFuture<>();
    if (givenKafka.isEmpty()) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  kafka.complete(
                      EmbeddedKafka.start(data, ServerOptions.kafka().withPort(kafkaPort)));
                } catch (StartFailure | InterruptedException | RuntimeException e) {
                  kafka.completeExceptionally(e);
                }
              });
    }
    Optional<StartFailure> elasticsearchFailed = Optional.empty();
    String elasticsearch = givenElasticsearch.orElse("");
    if (givenElasticsearch.isEmpty()) {
      try {
        EmbeddedElasticsearch node =
            EmbeddedElasticsearch.start(
                data, ServerOptions.elasticsearch().withPort(elasticsearchPort));
        started.add(node);
        elasticsearch = node.uri().toString();
      } catch (StartFailure e) {
        elasticsearchFailed = Optional.of(e);
      }
    }
    String bootstrap = givenKafka.isPresent() ? givenKafka.get() : joined(kafka, started);
    if (elasticsearchFailed.isPresent()) {
      throw elasticsearchFailed.get();
    }
    return new Address(Services.page(httpPort), elasticsearch, bootstrap);
  }

  private static String joined(CompletableFuture<EmbeddedKafka> kafka, List<EmbeddedServer> started)
      throws StartFailure {
    try {
      EmbeddedKafka broker = kafka.join();
      started.add(broker);
      return broker.bootstrapServers();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartFailure failed) {
        throw failed;
      }
      throw e;
    }
  }

  private void watch(Runnable onFailure) {
    for (EmbeddedServer server : servers) {
      var _ =
          server
              .onExit()
              .thenAccept(
                  code -> {
                    if (!closing) {
                      failure =
                          Optional.of(
                              "%s ended by itself with code %d: see %s"
                                  .formatted(
                                      server.getClass().getSimpleName(),
                                      code,
                                      data.path().resolve("logs")));
                      onFailure.run();
                    }
                  });
    }
  }

  Services services() {
    return services;
  }

  Address address() {
    return address;
  }

  /** Why the instance cannot go on, if a server ended unasked. */
  Optional<String> failure() {
    return failure;
  }

  /** Ends in the reverse order of the start. */
  @Override
  public void close() {
    closing = true;
    services.close();
    servers.forEach(EmbeddedServer::close);
    try {
      Address.remove(data.path());
    } catch (IOException e) {
      // A stale file only misleads until the next start writes it again.
      System.err.println("paperflow: " + e.getMessage());
    }
    data.close();
  }
}
