package io.paperflow.pipeline.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import io.paperflow.pipeline.KafkaSettings;
import java.util.Map;

/**
 * {@code paperflow.kafka}; see {@link KafkaSettings}.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param instanceId unique among replicas
 * @param partitions of topics that are created
 * @param replicationFactor of topics that are created
 * @param client further properties of all Kafka clients
 */
@ConfigurationProperties("paperflow.kafka")
public record KafkaConfiguration(
    String bootstrapServers,
    String instanceId,
    int partitions,
    int replicationFactor,
    @MapFormat(transformation = MapFormat.MapTransformation.FLAT) Map<String, String> client) {

  KafkaSettings settings() {
    return new KafkaSettings(bootstrapServers, instanceId, partitions, replicationFactor, client);
  }
}
