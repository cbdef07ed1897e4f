package io.paperflow.notifier;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.notifier.live.LiveTrends;
import io.paperflow.notifier.live.PastTrends;
import io.paperflow.notifier.live.Trends;
import io.paperflow.notifier.paper.IndexedPapers;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.notifier.signal.StarsStep;
import io.paperflow.notifier.signal.VotesStep;
import io.paperflow.notifier.trend.SignalBook;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.HistoryLoop;
import io.paperflow.pipeline.HistorySpec;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.TransformLoop;
import io.paperflow.pipeline.TransformSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.Signal;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Wires what is trending: papers.enriched and repositories.facts to papers.signals, and these into
 * lists.
 */
@Factory
@Requires(env = "notifier")
final class TrendingFactory {

  private static final String VOTES = ConsumerGroups.NOTIFIER + "-votes";
  private static final String STARS = ConsumerGroups.NOTIFIER + "-stars";
  private static final String TRENDS = ConsumerGroups.NOTIFIER + "-trends";

  private static final int LANES = 1;

  private static final TopicSpec SIGNALS = new TopicSpec(Topics.SIGNALS, TopicSpec.Kept.ALL);
  private static final TopicSpec DEAD_LETTERS = new TopicSpec(Topics.DEAD_LETTERS, false);

  @Singleton
  @Named(VOTES)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop votesLoop(
      KafkaClients clients, MeterRegistry registry, InstantSource clock, RandomGenerator random) {
    return TransformLoop.of(
        new TransformSpec<>(
            VOTES,
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.SIGNALS,
            AvroTopicCodec.of(Signal.class),
            Topics.DEAD_LETTERS,
            new VotesStep(),
            LANES,
            List.of(new TopicSpec(Topics.ENRICHED, true), SIGNALS, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  @Named(STARS)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop starsLoop(
      KafkaClients clients, MeterRegistry registry, InstantSource clock, RandomGenerator random) {
    return TransformLoop.of(
        new TransformSpec<>(
            STARS,
            Topics.FACTS,
            AvroTopicCodec.of(RepositoryFacts.class),
            Topics.SIGNALS,
            AvroTopicCodec.of(Signal.class),
            Topics.DEAD_LETTERS,
            new StarsStep(),
            LANES,
            List.of(new TopicSpec(Topics.FACTS, true), SIGNALS, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  LiveTrends liveTrends(InstantSource clock) {
    return new LiveTrends(clock);
  }

  @Singleton
  @Named(TRENDS)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop trendsLoop(
      LiveTrends trends, KafkaClients clients, InstantSource clock, RandomGenerator random) {
    // A day and an hour more: the horizon is a day's beginning, and a source's clock may be ahead.
    Duration back = SignalBook.BACK.plus(Duration.ofHours(25));
    return HistoryLoop.of(
        new HistorySpec<>(TRENDS, SIGNALS, AvroTopicCodec.of(Signal.class), back, trends),
        clients,
        clock,
        random);
  }

  @Singleton
  Trends trends(LiveTrends live, KafkaClients clients) {
    Codec<Signal> codec = AvroTopicCodec.of(Signal.class);
    TopicReader reader = new TopicReader(clients);
    return new Trends(
        live,
        new PastTrends(
            (from, until, to) ->
                reader.written(
                    Topics.SIGNALS, codec, from, until, signal -> to.accept(signal.value()))));
  }

  @Singleton
  Papers papers(ElasticsearchClient client, ObjectMapper mapper) {
    return new IndexedPapers(client, mapper);
  }
}
