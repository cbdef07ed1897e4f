package io.paperflow.notifier.follow;

import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import io.paperflow.schemas.Topics;
import java.util.List;
import java.util.Map;

/** Subscriptions as records of {@link Topics#SUBSCRIPTIONS}. Thread-safe. */
public final class SubscriptionRecords {

  private final AvroTopicCodec<Subscription> codec = AvroTopicCodec.of(Subscription.class);

  /** Records in the format of this version. */
  public SubscriptionRecords() {}

  /** A subscription as it is from now on. */
  public Publication of(Subscription subscription) {
    return Publication.of(
        Topics.SUBSCRIPTIONS,
        subscription.getId(),
        codec.encode(subscription),
        Map.of(LoopHeaders.SCHEMA, codec.schemaName()));
  }

  /** The end of a subscription: nothing of it is left but its id. */
  public Publication end(Subscription subscription) {
    return of(
        Subscription.newBuilder()
            .setId(subscription.getId())
            .setSecret("")
            .setState(SubscriptionState.ENDED)
            .setOrigin("")
            .setCreatedAt(subscription.getCreatedAt())
            .setSince(subscription.getSince())
            .setChannel(Channel.UNKNOWN)
            .setAddress("")
            .setRhythm(Rhythm.UNKNOWN)
            .setEvents(List.of())
            .setSearches(List.of())
            .build());
  }
}
