package io.paperflow.fetcher;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.fetcher.live.SourceMetrics;
import io.paperflow.fetcher.live.SourcesWork;
import io.paperflow.fetcher.sources.StandardSources;
import io.paperflow.http.PoliteWeb;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.LeaseLoop;
import io.paperflow.pipeline.LeaseSpec;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.schemas.Topics;
import io.paperflow.web.Budgets;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the live reading of the sources. */
@Factory
@Requires(env = "fetcher")
final class FetcherFactory {

  /** The consumer group. */
  private static final String NAME = "sources";

  @Singleton
  SourceCatalogue catalogue(Environment environment) {
    return new SourceCatalogue(StandardSources.kinds(), environment);
  }

  @Singleton
  SourceBoard board(SourceCatalogue catalogue, KafkaClients clients, RandomGenerator random) {
    return new SourceBoard(catalogue, clients, random);
  }

  @Singleton
  @Named(NAME)
  @Requires(property = "paperflow.fetcher.live", value = "true")
  Loop sourcesLoop(
      SourceCatalogue catalogue,
      PoliteWeb web,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    List<ConfiguredSource> sources = catalogue.sources();
    SourceMetrics metrics = new SourceMetrics(registry, clock);
    return LeaseLoop.of(
        new LeaseSpec(
            NAME,
            Topics.CURSORS,
            sources.stream().map(source -> source.source().hostGroup().name()).distinct().toList(),
            new SourcesWork(sources, web, Budgets.of(web), metrics, clock, random),
            List.of(
                new TopicSpec(Topics.RAW, false),
                new TopicSpec(Topics.CURSORS, true),
                new TopicSpec(Topics.AUDITS, true),
                new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        random);
  }
}
