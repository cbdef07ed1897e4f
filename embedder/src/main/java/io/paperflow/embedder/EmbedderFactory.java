package io.paperflow.embedder;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.SinkLoop;
import io.paperflow.pipeline.SinkSpec;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the embedder's loop: papers.enriched into the index of vectors. */
@Factory
@Requires(env = "embedder")
final class EmbedderFactory {

  private static final String NAME = ConsumerGroups.EMBEDDER;

  /** About half a second of computing: what was computed is soon found, and little is lost. */
  private static final int BATCH_RECORDS = 16;

  private static final int BATCH_BYTES = 1 << 20;

  /** The model keeps one core busy; more cores are for more instances. */
  private static final int WRITERS = 1;

  @Singleton
  @Bean(preDestroy = "close")
  LazyModel model() {
    return new LazyModel();
  }

  @Singleton
  @Named(NAME)
  @Requires(property = "paperflow.embedder.enabled", value = "true")
  Loop embedderLoop(
      ElasticsearchClient client,
      LazyModel model,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    return SinkLoop.of(
        new SinkSpec<>(
            NAME,
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.DEAD_LETTERS,
            new VectorSink(new VectorIndex(client), model),
            new SinkSpec.Limits(BATCH_RECORDS, BATCH_BYTES, WRITERS),
            List.of(
                new TopicSpec(Topics.ENRICHED, true), new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }
}
