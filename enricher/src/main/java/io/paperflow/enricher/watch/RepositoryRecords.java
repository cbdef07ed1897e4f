package io.paperflow.enricher.watch;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mentions, checks and facts as records of their topics. Thread-safe. */
public final class RepositoryRecords {

  static final String MENTION = "mention/";
  static final String CHECK = "check/";

  /** A copy is wanted of what is gone; in the partition of those who look for copies. */
  static final String GONE = "gone/";

  /** A copy was found; in the partition of those who asked. */
  static final String COPY = "copy/";

  /** Papers in one record of facts: an index updates as many documents at once. */
  static final int PAPERS = 2000;

  private final Codec<RepositoryMention> mentions = AvroTopicCodec.of(RepositoryMention.class);
  private final Codec<RepositoryCheck> checks = AvroTopicCodec.of(RepositoryCheck.class);
  private final Codec<EnrichedPaper> papers = AvroTopicCodec.of(EnrichedPaper.class);
  private final Codec<RepositoryFacts> facts = AvroTopicCodec.of(RepositoryFacts.class);

  /** The key of a mention. */
  public static String mentionKey(RepositoryMention mention) {
    return MENTION + mention.getIdentity() + "/" + mention.getPaperKey();
  }

  static String checkKey(String identity) {
    return CHECK + identity;
  }

  /** A mention; empty when the bytes are none that this version can read. */
  Optional<RepositoryMention> mention(byte[] bytes) {
    return decoded(mentions, bytes);
  }

  /** A check; empty when the bytes are none that this version can read. */
  Optional<RepositoryCheck> check(byte[] bytes) {
    return decoded(checks, bytes);
  }

  byte[] bytes(RepositoryCheck check) {
    return checks.encode(check);
  }

  byte[] bytes(RepositoryMention mention) {
    return mentions.encode(mention);
  }

  /** What came of looking, in the partition of its lease. */
  Publication check(String identity, RepositoryCheck check) {
    return check(checkKey(identity), check, check.getLease());
  }

  /** A copy is wanted. */
  Publication gone(String identity, RepositoryCheck check, String lease) {
    return check(GONE + identity, check, lease);
  }

  /** A copy was found. */
  Publication copy(String identity, RepositoryCheck check) {
    return check(COPY + identity, check, check.getLease());
  }

  private Publication check(String key, RepositoryCheck check, String lease) {
    return Publication.of(
            Topics.REPOSITORIES, key, bytes(check), Map.of(LoopHeaders.SCHEMA, checks.schemaName()))
        .placed(lease);
  }

  /** A record that was for this lease and is done with. */
  Publication answered(String key, String lease) {
    return new Publication(Topics.REPOSITORIES, lease, key, Optional.empty(), Map.of());
  }

  /** The facts, in as many records as their papers need. */
  List<Publication> facts(String identity, RepositoryFacts all) {
    List<NamingPaper> papers = all.getPapers();
    List<Publication> records = new ArrayList<>();
    for (int from = 0; from == 0 || from < papers.size(); from += PAPERS) {
      List<NamingPaper> part = papers.subList(from, Math.min(from + PAPERS, papers.size()));
      String key = from == 0 ? identity : identity + "#" + (from / PAPERS + 1);
      records.add(
          Publication.of(
                  Topics.FACTS,
                  key,
                  facts.encode(RepositoryFacts.newBuilder(all).setPapers(part).build()),
                  Map.of(LoopHeaders.SCHEMA, facts.schemaName()))
              .placed(identity));
    }
    return records;
  }

  /** What a page says of a paper. */
  Publication statement(EnrichedPaper statement) {
    return Publication.of(
            Topics.ENRICHED,
            PaperKeys.messageKey(statement.getPaper()),
            papers.encode(statement),
            Map.of(LoopHeaders.SCHEMA, papers.schemaName()))
        .placed(statement.getPaper().getPaperKey());
  }

  private static <T> Optional<T> decoded(Codec<T> codec, byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }
}
