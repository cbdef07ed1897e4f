package io.paperflow.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.indexer.index.BulkSink;
import io.paperflow.indexer.index.FactsSink;
import io.paperflow.indexer.index.IndexLayout;
import io.paperflow.indexer.index.PapersFirst;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.SinkLoop;
import io.paperflow.pipeline.SinkSpec;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the indexer's loops: papers.enriched and repositories.facts into Elasticsearch. */
@Factory
@Requires(env = "indexer")
final class IndexerFactory {

  /** The consumer groups. */
  private static final String NAME = ConsumerGroups.INDEXER;

  private static final String FACTS = "indexer-facts";

  /** A batch of facts waits so long for papers at most. */
  private static final Duration PAPERS_FIRST = Duration.ofSeconds(2);

  @Singleton
  PapersFirst papersFirst() {
    return new PapersFirst(PAPERS_FIRST);
  }

  @Singleton
  IndexLayout layout(ElasticsearchHttp http) {
    return IndexLayout.papers(http);
  }

  @Singleton
  @Bean(preDestroy = "close")
  KafkaAppearances appearances(KafkaClients clients, RandomGenerator random) {
    return new KafkaAppearances(clients, random);
  }

  @Singleton
  BulkSink sink(
      ElasticsearchHttp http,
      IndexLayout layout,
      KafkaAppearances appearances,
      InstantSource clock,
      MeterRegistry registry) {
    return new BulkSink(http, layout, IndexLayout.identities(http), appearances, clock, registry);
  }

  @Singleton
  @Named(FACTS)
  @Requires(property = IndexerSettings.PREFIX + ".facts", value = "true")
  Loop factsLoop(
      ElasticsearchHttp http,
      IndexLayout papers,
      KafkaAppearances appearances,
      PapersFirst papersFirst,
      IndexerSettings settings,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    return SinkLoop.of(
        new SinkSpec<>(
            FACTS,
            Topics.FACTS,
            AvroTopicCodec.of(RepositoryFacts.class),
            Topics.DEAD_LETTERS,
            papersFirst.later(
                new FactsSink(
                    http,
                    papers,
                    IndexLayout.identities(http),
                    IndexLayout.repositories(http),
                    appearances,
                    clock,
                    registry)),
            settings.factsLimits(),
            List.of(new TopicSpec(Topics.FACTS, true), new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  @Named(NAME)
  Loop indexerLoop(
      BulkSink sink,
      PapersFirst papersFirst,
      IndexerSettings settings,
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
            papersFirst.first(sink),
            settings.limits(),
            List.of(
                new TopicSpec(Topics.ENRICHED, true), new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }
}
