package io.paperflow.pipeline.micronaut;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.paperflow.pipeline.KafkaCheck;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.KafkaSettings;
import jakarta.inject.Singleton;

/** What all loops of a process share. */
@Factory
final class PipelineFactory {

  @Singleton
  KafkaSettings settings(KafkaConfiguration configuration) {
    return configuration.settings();
  }

  @Singleton
  KafkaClients clients(KafkaSettings settings) {
    return new KafkaClients(settings);
  }

  @Singleton
  @Bean(preDestroy = "close")
  KafkaCheck check(KafkaClients clients) {
    return new KafkaCheck(clients);
  }
}
