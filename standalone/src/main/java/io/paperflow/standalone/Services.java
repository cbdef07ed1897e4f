package io.paperflow.standalone;

import io.micronaut.context.ApplicationContext;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.service.Service;
import io.paperflow.service.Service.SettingsException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The services in this JVM, or only their settings and clients for a command that looks from
 * outside.
 */
final class Services implements AutoCloseable {

  private static final String[] ENVIRONMENTS = {
    "parser", "enricher", "indexer", "search", "fetcher", "standalone"
  };

  private final ApplicationContext context;

  private Services(ApplicationContext context) {
    this.context = context;
  }

  /** Starts all services; their loops wait for Kafka and Elasticsearch. */
  static Services start(Address address) throws Refusal {
    Map<String, Object> settings = settings(address, "standalone");
    settings.put("micronaut.server.port", address.http().getPort());
    try {
      return new Services(Service.start(context(settings)));
    } catch (SettingsException e) {
      throw Refusal.before(e.problems());
    }
  }

  /** Clients with the settings of the services, without any service. */
  static Services outside(Address address, String name) throws Refusal {
    try {
      return new Services(
          Service.configure(
              context(settings(address, name + "-" + ProcessHandle.current().pid()))));
    } catch (SettingsException e) {
      throw Refusal.before(e.problems());
    }
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .environments(ENVIRONMENTS)
        .properties(settings)
        .build();
  }

  private static Map<String, Object> settings(Address address, String instance) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperflow.kafka.bootstrap-servers", address.kafka());
    settings.put("paperflow.kafka.instance-id", instance);
    settings.put("paperflow.elasticsearch.uris", address.elasticsearch());
    return settings;
  }

  KafkaClients kafka() {
    return context.getBean(KafkaClients.class);
  }

  PaperIndex index() {
    return new PaperIndex(context.getBean(ElasticsearchConnection.class));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Drains the loops and ends the server. */
  @Override
  public void close() {
    context.close();
  }

  static URI page(int port) {
    return URI.create("http://localhost:" + port);
  }
}
