package io.paperflow.notifier.outbox;

import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Dead letters of deliveries: they say what was not delivered to which subscription and why. They
 * cannot be replayed, since the papers are in the next delivery anyway.
 */
final class OutboxLetters {

  private static final String STAGE = "notifier";

  private final AvroTopicCodec<FollowState> codec = AvroTopicCodec.of(FollowState.class);

  Publication of(Attempt attempt, Failure failure, int tries, Instant at) {
    String subscription = attempt.subscription().getId();
    FollowState state =
        FollowState.newBuilder()
            .setSubscription(subscription)
            .setHandedOver(attempt.what())
            .build();
    Map<String, String> headers = new HashMap<>();
    headers.put(DeadLetter.STAGE, STAGE);
    headers.put(DeadLetter.CODE, failure.code());
    headers.put(DeadLetter.CATEGORY, failure.category().name());
    headers.put(DeadLetter.REASON, failure.message());
    headers.put(DeadLetter.ATTEMPTS, Integer.toString(tries));
    headers.put(DeadLetter.TIME, at.toString());
    return Publication.of(Topics.DEAD_LETTERS, subscription, codec.encode(state), headers);
  }
}
