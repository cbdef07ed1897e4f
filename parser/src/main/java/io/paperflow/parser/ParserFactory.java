package io.paperflow.parser;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.paperflow.formats.Formats;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.TransformLoop;
import io.paperflow.pipeline.TransformSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wires the parser's loop: papers.raw to papers.parsed. */
@Factory
@Requires(env = "parser")
final class ParserFactory {

  /** The consumer group. */
  private static final String NAME = ConsumerGroups.PARSER;

  @Singleton
  @Named(NAME)
  Loop parserLoop(
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      @Value("${paperflow.parser.lanes}") int lanes) {
    AvroTopicCodec<RawDocument> rawCodec = AvroTopicCodec.of(RawDocument.class);
    return TransformLoop.of(
        new TransformSpec<>(
            NAME,
            Topics.RAW,
            rawCodec,
            Topics.PARSED,
            AvroTopicCodec.of(PaperRecord.class),
            Topics.DEAD_LETTERS,
            new ParseStep(Formats.standard(), rawCodec),
            lanes,
            List.of(
                new TopicSpec(Topics.RAW, false),
                new TopicSpec(Topics.PARSED, true),
                new TopicSpec(Topics.DEAD_LETTERS, false))),
        clients,
        registry,
        clock,
        random);
  }
}
