package io.paperflow.notifier.outbox;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.SentPapers;
import io.paperflow.schemas.Topics;
import java.util.Map;
import java.util.Optional;

/** What is to be delivered as records of {@link Topics#OUTBOX}. Thread-safe. */
public final class OutboxRecords {

  static final String MATCH = "match/";
  static final String STATE = "state/";
  static final String SENT = "sent/";

  private final Codec<FollowMatch> matches = AvroTopicCodec.of(FollowMatch.class);
  private final Codec<FollowState> states = AvroTopicCodec.of(FollowState.class);
  private final Codec<SentPapers> sent = AvroTopicCodec.of(SentPapers.class);

  /** Records in the format of this version. */
  public OutboxRecords() {}

  /** Something to be told to a subscription; the same again replaces it. */
  public Publication match(FollowMatch match) {
    return record(
        matchKey(match.getSubscription(), match.getEvent(), match.getPaperKey()),
        matches.encode(match),
        matches.schemaName(),
        match.getSubscription());
  }

  static String matchKey(String subscription, FollowedEvent event, String paper) {
    return MATCH + subscription + "/" + event + "/" + paper;
  }

  Publication state(FollowState state) {
    return record(
        STATE + state.getSubscription(),
        states.encode(state),
        states.schemaName(),
        state.getSubscription());
  }

  Publication sent(SentPapers papers) {
    return record(
        SENT + papers.getSubscription() + "/" + papers.getDay(),
        sent.encode(papers),
        sent.schemaName(),
        papers.getSubscription());
  }

  /** What is done with. */
  Publication gone(String key, String subscription) {
    return new Publication(Topics.OUTBOX, Shards.of(subscription), key, Optional.empty(), Map.of());
  }

  private static Publication record(String key, byte[] bytes, String schema, String subscription) {
    return Publication.of(Topics.OUTBOX, key, bytes, Map.of(LoopHeaders.SCHEMA, schema))
        .placed(Shards.of(subscription));
  }

  /** Empty when the bytes are none that this version can read, as of the others. */
  Optional<FollowMatch> match(byte[] bytes) {
    return decoded(matches, bytes);
  }

  Optional<FollowState> state(byte[] bytes) {
    return decoded(states, bytes);
  }

  Optional<SentPapers> sent(byte[] bytes) {
    return decoded(sent, bytes);
  }

  private static <T> Optional<T> decoded(Codec<T> codec, byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }
}
