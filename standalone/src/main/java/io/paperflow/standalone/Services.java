package io.paperflow.standalone;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.fetcher.SourceCatalogue;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.service.Service;
import io.paperflow.service.Service.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services in this JVM, or only their settings and clients for a command that looks from
 * outside.
 */
final class Services implements AutoCloseable {

  private static final String[] ENVIRONMENTS = {
    "parser", "enricher", "indexer", "embedder", "search", "notifier", "fetcher", "standalone"
  };

  private final ApplicationContext context;

  private Services(ApplicationContext context) {
    this.context = context;
  }

  /** Makes all services; they begin with {@link #serve}. */
  static Services prepare(Address address, Mode mode) throws Refusal {
    return configure(address, "standalone", mode);
  }

  /** Clients with the settings of the services, without any service. */
  static Services outside(Address address, String name) throws Refusal {
    return configure(address, name + "-" + ProcessHandle.current().pid(), Mode.ONCE);
  }

  private static Services configure(Address address, String instance, Mode mode) throws Refusal {
    Map<String, Object> settings = settings(address, instance);
    settings.put("paperflow.fetcher.live", mode.live());
    if (!mode.lasting()) {
      settings.put("paperflow.embedder.enabled", false);
      settings.put("paperflow.notifier.enabled", false);
    }
    if (!mode.live()) {
      settings.put("paperflow.forges.enabled", false);
      settings.put("paperflow.indexer.facts", false);
    }
    try {
      return new Services(Service.configure(context(settings)));
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
    settings.put("micronaut.server.port", address.http().getPort());
    if (!System.getenv().containsKey("PAPERFLOW_NOTIFIER_PUBLIC_ADDRESS")) {
      settings.put("paperflow.notifier.public-address", address.http().toString());
    }
    return settings;
  }

  /** Starts the page, the API and the loops; these wait for Kafka and Elasticsearch. */
  void serve() throws Refusal {
    try {
      var _ = context.getBean(EmbeddedServer.class).start();
    } catch (ServerStartupException e) {
      throw Refusal.failed("the page cannot be served: " + e.getMessage());
    }
  }

  KafkaClients kafka() {
    return context.getBean(KafkaClients.class);
  }

  PaperIndex index() {
    return new PaperIndex(context.getBean(ElasticsearchConnection.class));
  }

  /** The names of the sources that are read on schedule. */
  String enabledSources() {
    return get(SourceCatalogue.class).sources().stream()
        .filter(ConfiguredSource::enabled)
        .map(ConfiguredSource::name)
        .collect(Collectors.joining(", "));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Drains the loops and ends the server. */
  @Override
  public void close() {
    context.close();
  }
}
