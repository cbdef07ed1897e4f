package io.paperflow.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans of this module. */
@Factory
final class ElasticsearchBeans {

  @Singleton
  @Bean(preDestroy = "close")
  ElasticsearchConnection connection(ElasticsearchSettings settings) {
    return new ElasticsearchConnection(settings);
  }

  @Singleton
  ElasticsearchHttp http(ElasticsearchConnection connection) {
    return connection.http();
  }

  @Singleton
  ElasticsearchProbe probe(ElasticsearchConnection connection) {
    return connection.probe();
  }

  @Singleton
  ElasticsearchClient client(ElasticsearchConnection connection) {
    return connection.client();
  }
}
