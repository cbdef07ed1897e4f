package io.paperflow.enricher;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.enricher.mention.MentionStep;
import io.paperflow.enricher.mention.Places;
import io.paperflow.enricher.watch.RepositoryWork;
import io.paperflow.enricher.watch.WatchMetrics;
import io.paperflow.http.PoliteWeb;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.LeaseLoop;
import io.paperflow.pipeline.LeaseSpec;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.TransformLoop;
import io.paperflow.pipeline.TransformSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.Topics;
import io.paperflow.web.Budgets;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Wires the enricher's loops: papers.parsed to papers.enriched, and beside it, so that no forge
 * ever delays a paper, papers.enriched to the mentions of repositories, and the looks at these.
 */
@Factory
@Requires(env = "enricher")
final class EnricherFactory {

  /** The consumer groups. */
  private static final String NAME = ConsumerGroups.ENRICHER;

  private static final String MENTIONS = "enricher-mentions";
  private static final String REPOSITORIES = "enricher-repositories";

  private static final String FORGES = ForgesConfiguration.PREFIX + ".enabled";

  private static final TopicSpec ENRICHED = new TopicSpec(Topics.ENRICHED, true);
  private static final TopicSpec STATE = new TopicSpec(Topics.REPOSITORIES, true);
  private static final TopicSpec DEAD_LETTERS = new TopicSpec(Topics.DEAD_LETTERS, false);

  @Singleton
  LinkFinder finder(EnricherSettings settings) {
    return LinkFinder.standard(settings.gitlabHosts());
  }

  @Singleton
  @Named(NAME)
  Loop enricherLoop(
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      LinkFinder finder,
      EnricherSettings settings) {
    return TransformLoop.of(
        new TransformSpec<>(
            NAME,
            Topics.PARSED,
            AvroTopicCodec.of(PaperRecord.class),
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.DEAD_LETTERS,
            new EnrichStep(finder),
            settings.lanes(),
            List.of(new TopicSpec(Topics.PARSED, true), ENRICHED, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  ForgeApis forges(ForgesConfiguration configuration) {
    return ForgeApis.standard(configuration.settings());
  }

  @Singleton
  @Named(MENTIONS)
  @Requires(property = FORGES, value = "true")
  Loop mentionsLoop(
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      ForgeApis forges,
      EnricherSettings settings) {
    return TransformLoop.of(
        new TransformSpec<>(
            MENTIONS,
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.REPOSITORIES,
            AvroTopicCodec.of(RepositoryMention.class),
            Topics.DEAD_LETTERS,
            new MentionStep(new Places(forges)),
            settings.lanes(),
            List.of(ENRICHED, STATE, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  @Named(REPOSITORIES)
  @Requires(property = FORGES, value = "true")
  Loop repositoriesLoop(
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      ForgeApis forges,
      ForgesConfiguration configuration,
      LinkFinder finder,
      PoliteWeb web) {
    RepositoryWork work =
        new RepositoryWork(
            forges,
            new SoftwareHeritage(configuration.settings()),
            finder,
            web,
            Budgets.of(web),
            new WatchMetrics(registry),
            clock,
            random);
    return LeaseLoop.of(
        new LeaseSpec(
            REPOSITORIES,
            Topics.REPOSITORIES,
            work.leases(),
            work,
            List.of(STATE, ENRICHED, new TopicSpec(Topics.FACTS, true))),
        clients,
        registry,
        random);
  }
}
