package io.paperflow.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.indexer.index.BulkSink;
import io.paperflow.indexer.index.IndexLayout;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.SinkLoop;
import io.paperflow.pipeline.SinkSpec;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Topics;
import io.paperflow.service.SettingsCheck;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the indexer's loop: papers.enriched to Elasticsearch. */
@Factory
final class IndexerFactory {

  /** The consumer group. */
  private static final String NAME = "indexer";

  /** A bulk of 1,000 papers is about 3 MB; two at a time keep one node busy. */
  private static final SinkSpec.Limits LIMITS = new SinkSpec.Limits(1000, 4 << 20, 2);

  @Singleton
  @Named(NAME)
  Loop indexerLoop(
      KafkaClients clients,
      ElasticsearchHttp elasticsearch,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    BulkSink sink = new BulkSink(elasticsearch, new IndexLayout(elasticsearch), clock, registry);
    return SinkLoop.of(
        new SinkSpec<>(
            NAME,
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.DEAD_LETTERS,
            sink,
            LIMITS,
            List.of(
                new TopicSpec(Topics.ENRICHED, true), new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  SettingsCheck elasticsearchSettings(ElasticsearchSettings settings) {
    return settings::problems;
  }
}
