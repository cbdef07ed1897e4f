package io.paperflow.enricher.watch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.ForgeSettings;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.http.Answer;
import io.paperflow.http.BudgetState;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.lease.CommittedRecords;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import io.paperflow.web.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The topics around a watch, and watches on them, in virtual time. */
final class WatchedTopic {

  private static final Codec<RepositoryMention> MENTIONS =
      AvroTopicCodec.of(RepositoryMention.class);
  private static final Codec<RepositoryFacts> FACTS = AvroTopicCodec.of(RepositoryFacts.class);

  private static final Codec<EnrichedPaper> PAPERS = AvroTopicCodec.of(EnrichedPaper.class);

  private final CommittedRecords records = new CommittedRecords();
  private final Ticking clock;
  private final RepositoryWork work;

  WatchedTopic(Ticking clock, PlayedForge forge) {
    this(clock, forge, request -> new Answer.Missing(404, request.uri().toString()));
  }

  WatchedTopic(Ticking clock, PlayedForge forge, Web web) {
    this.clock = clock;
    this.work =
        new RepositoryWork(
            new ForgeApis(List.of(forge)),
            new SoftwareHeritage(ForgeSettings.STANDARD),
            LinkFinder.standard(),
            web,
            new UnusedBudgets(),
            new WatchMetrics(new SimpleMeterRegistry()),
            clock,
            new Random(1));
  }

  /** Of forges that have no limits. */
  private static final class UnusedBudgets implements Budgets {
    @Override
    public BudgetState state(String budget) {
      return new BudgetState(budget, Instant.EPOCH, List.of());
    }

    @Override
    public void restore(BudgetState state) {}
  }

  /** A paper of an age names a repository. */
  static RepositoryMention mention(String path, String paper, Instant paperTime) {
    return RepositoryMention.newBuilder()
        .setLease(PlayedForge.NAME)
        .setIdentity(PlayedForge.address(path).identity())
        .setUrl(PlayedForge.address(path).url())
        .setPaperKey("arxiv:" + paper)
        .setArxivId(paper)
        .setTitle("A Title")
        .setOwn(true)
        .setPromised(false)
        .setPaperTime(paperTime)
        .build();
  }

  static Publication record(RepositoryMention mention) {
    return Publication.of(
        Topics.REPOSITORIES,
        RepositoryRecords.mentionKey(mention),
        MENTIONS.encode(mention),
        Map.of());
  }

  void has(RepositoryMention mention) {
    records.commit(List.of(record(mention)));
  }

  PlayedLease lease(Duration lasts) {
    return lease(PlayedForge.NAME, lasts);
  }

  PlayedLease lease(String name, Duration lasts) {
    return new PlayedLease(name, records, clock, lasts);
  }

  /** Works under a lease until it is over. */
  void run(PlayedLease lease) {
    try {
      work.run(lease, records.newest(Topics.REPOSITORIES));
    } catch (InterruptedException e) {
      // Broken off by the test, as a killed process is.
    }
  }

  void runFor(Duration time) {
    run(lease(time));
  }

  /** The newest facts of a repository. */
  Optional<RepositoryFacts> facts(String path) {
    String identity = PlayedForge.address(path).identity();
    return Optional.ofNullable(records.newest(Topics.FACTS).get(identity))
        .map(bytes -> decoded(FACTS, bytes));
  }

  /** What pages say. */
  List<EnrichedPaper> statements() {
    return records.of(Topics.ENRICHED).stream()
        .map(record -> decoded(PAPERS, record.value().orElseThrow()))
        .toList();
  }

  private static <T> T decoded(Codec<T> codec, byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (UndecodableException e) {
      throw new AssertionError(e);
    }
  }
}
