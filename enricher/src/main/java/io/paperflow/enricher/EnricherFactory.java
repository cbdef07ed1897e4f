package io.paperflow.enricher;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.TransformLoop;
import io.paperflow.pipeline.TransformSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the enricher's loop: papers.parsed to papers.enriched. */
@Factory
@Requires(env = "enricher")
final class EnricherFactory {

  /** The consumer group. */
  private static final String NAME = "enricher";

  @Singleton
  @Named(NAME)
  Loop enricherLoop(
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      EnricherSettings settings) {
    return TransformLoop.of(
        new TransformSpec<>(
            NAME,
            Topics.PARSED,
            AvroTopicCodec.of(PaperRecord.class),
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.DEAD_LETTERS,
            new EnrichStep(LinkFinder.standard(settings.gitlabHosts())),
            settings.lanes(),
            List.of(
                new TopicSpec(Topics.PARSED, true),
                new TopicSpec(Topics.ENRICHED, true),
                new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }
}
