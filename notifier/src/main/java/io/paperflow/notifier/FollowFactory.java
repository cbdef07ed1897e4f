package io.paperflow.notifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperflow.notifier.deliver.Courier;
import io.paperflow.notifier.deliver.Couriers;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.deliver.MailCourier;
import io.paperflow.notifier.deliver.SmtpMailer;
import io.paperflow.notifier.deliver.WebhookClient;
import io.paperflow.notifier.deliver.WebhookCourier;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.digest.DigestHtml;
import io.paperflow.notifier.follow.CodeSink;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.notifier.follow.Matches;
import io.paperflow.notifier.follow.PapersSink;
import io.paperflow.notifier.follow.SubscriptionRecords;
import io.paperflow.notifier.follow.Subscriptions;
import io.paperflow.notifier.live.LiveTrends;
import io.paperflow.notifier.match.SavedSearches;
import io.paperflow.notifier.outbox.Deliveries;
import io.paperflow.notifier.outbox.DeliveryMetrics;
import io.paperflow.notifier.outbox.Means;
import io.paperflow.notifier.outbox.OutboxWork;
import io.paperflow.notifier.outbox.Shards;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.pipeline.HistoryLoop;
import io.paperflow.pipeline.HistorySpec;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.LeaseLoop;
import io.paperflow.pipeline.LeaseSpec;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.SinkLoop;
import io.paperflow.pipeline.SinkSpec;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.thymeleaf.ITemplateEngine;

/** Wires following: what arrives into matches, and these to those who follow. */
@Factory
@Requires(env = "notifier")
final class FollowFactory {

  private static final String SUBSCRIPTIONS = ConsumerGroups.NOTIFIER + "-subscriptions";
  private static final String MATCHES = ConsumerGroups.NOTIFIER_MATCHES;
  private static final String CODE = ConsumerGroups.NOTIFIER + "-code";
  private static final String OUTBOX = ConsumerGroups.NOTIFIER + "-outbox";
  private static final String WRITER = ConsumerGroups.NOTIFIER + "-writer";

  /** Few at once: what arrives is told within seconds, and a batch holds its papers in memory. */
  private static final SinkSpec.Limits LIMITS = new SinkSpec.Limits(200, 2 << 20, 1);

  /** Longer than there has been a Kafka. */
  private static final Duration ALWAYS = Duration.ofDays(100 * 365);

  private static final TopicSpec SUBSCRIPTIONS_TOPIC = new TopicSpec(Topics.SUBSCRIPTIONS, true);
  private static final TopicSpec OUTBOX_TOPIC = new TopicSpec(Topics.OUTBOX, true);
  private static final TopicSpec DEAD_LETTERS = new TopicSpec(Topics.DEAD_LETTERS, false);

  @Singleton
  @Bean(preDestroy = "close")
  KafkaWriter writer(KafkaClients clients, RandomGenerator random) {
    return new KafkaWriter(clients, WRITER, List.of(SUBSCRIPTIONS_TOPIC, OUTBOX_TOPIC), random);
  }

  @Singleton
  @Bean(preDestroy = "close")
  SavedSearches searches() {
    return new SavedSearches();
  }

  @Singleton
  Subscriptions subscriptions(SavedSearches searches) {
    return new Subscriptions(searches);
  }

  @Singleton
  @Named(SUBSCRIPTIONS)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop subscriptionsLoop(
      Subscriptions subscriptions,
      KafkaClients clients,
      InstantSource clock,
      RandomGenerator random) {
    return HistoryLoop.of(
        new HistorySpec<>(
            SUBSCRIPTIONS,
            SUBSCRIPTIONS_TOPIC,
            AvroTopicCodec.of(Subscription.class),
            ALWAYS,
            subscriptions),
        clients,
        clock,
        random);
  }

  @Singleton
  Matches matches(Subscriptions subscriptions, KafkaWriter writer) {
    return new Matches(subscriptions, writer::write);
  }

  @Singleton
  @Named(MATCHES)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop matchesLoop(
      Papers papers,
      Matches matches,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    return SinkLoop.of(
        new SinkSpec<>(
            MATCHES,
            Topics.ENRICHED,
            AvroTopicCodec.of(EnrichedPaper.class),
            Topics.DEAD_LETTERS,
            new PapersSink(papers, matches, clock),
            LIMITS,
            List.of(new TopicSpec(Topics.ENRICHED, true), OUTBOX_TOPIC, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  @Named(CODE)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop codeLoop(
      Papers papers,
      Matches matches,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    return SinkLoop.of(
        new SinkSpec<>(
            CODE,
            Topics.CODE_APPEARED,
            AvroTopicCodec.of(CodeAppeared.class),
            Topics.DEAD_LETTERS,
            new CodeSink(papers, matches),
            LIMITS,
            List.of(new TopicSpec(Topics.CODE_APPEARED, false), OUTBOX_TOPIC, DEAD_LETTERS)),
        clients,
        registry,
        clock,
        random);
  }

  @Singleton
  SmtpMailer mailer(NotifierSettings settings, InstantSource clock) {
    return new SmtpMailer(settings.mail(), clock);
  }

  @Singleton
  FollowLinks links(NotifierSettings settings) {
    return settings.links();
  }

  @Singleton
  DigestHtml digestHtml(ITemplateEngine templates) {
    return new DigestHtml(templates);
  }

  @Singleton
  Deliveries deliveries(KafkaClients clients) {
    return new Deliveries(new TopicReader(clients));
  }

  @Singleton
  Composer composer(NotifierSettings settings) {
    return new Composer(settings.links().base());
  }

  /** Without any token: those who follow choose where it goes. */
  @Singleton
  @Bean(preDestroy = "close")
  WebhookClient webhookClient(InstantSource clock) {
    return new WebhookClient(clock);
  }

  @Singleton
  Follows follows(
      Subscriptions subscriptions,
      KafkaWriter writer,
      SmtpMailer mailer,
      NotifierSettings settings,
      InstantSource clock) {
    return new Follows(subscriptions, writer::write, mailer, settings.links(), clock);
  }

  @Singleton
  @Named(OUTBOX)
  @Requires(property = NotifierSettings.ENABLED, value = "true")
  Loop outboxLoop(
      Subscriptions subscriptions,
      Papers papers,
      LiveTrends trends,
      Composer composer,
      SmtpMailer mailer,
      WebhookClient webhooks,
      DigestHtml html,
      ObjectMapper mapper,
      FollowLinks links,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    Courier courier =
        new Couriers(
            new MailCourier(mailer, html, links),
            new WebhookCourier(webhooks.web(), mapper, clock));
    Means means =
        new Means(
            subscriptions,
            papers,
            trends::list,
            composer,
            links,
            new SubscriptionRecords()::end,
            courier,
            task -> Thread.ofVirtual().name("delivery").start(task),
            new DeliveryMetrics(registry),
            clock);
    return LeaseLoop.of(
        new LeaseSpec(
            OUTBOX,
            Topics.OUTBOX,
            Shards.names(),
            new OutboxWork(means),
            List.of(OUTBOX_TOPIC, SUBSCRIPTIONS_TOPIC, DEAD_LETTERS)),
        clients,
        registry,
        random);
  }
}
