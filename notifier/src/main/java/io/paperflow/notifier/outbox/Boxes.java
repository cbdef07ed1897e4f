package io.paperflow.notifier.outbox;

import java.util.HashMap;
import java.util.Map;

/** The boxes of subscriptions, as the records of the outbox have them. Not thread-safe. */
final class Boxes {

  private final OutboxRecords records = new OutboxRecords();
  private final Map<String, Box> boxes = new HashMap<>();

  /** Takes what is known of all: what was told first, since only what was not is to be told. */
  void begin(Map<String, byte[]> state) {
    state.forEach(
        (key, bytes) -> {
          if (key.startsWith(OutboxRecords.SENT)) {
            records.sent(bytes).ifPresent(sent -> of(sent.getSubscription()).took(sent));
          } else if (key.startsWith(OutboxRecords.STATE)) {
            records.state(bytes).ifPresent(one -> of(one.getSubscription()).state(one));
          }
        });
    state.forEach(this::take);
  }

  /** Takes something to be told; other records are none of it. */
  void take(String key, byte[] bytes) {
    if (key.startsWith(OutboxRecords.MATCH)) {
      records.match(bytes).ifPresent(match -> of(match.getSubscription()).take(key, match));
    }
  }

  /** The box of a subscription, an empty one if nothing is known of it. */
  Box of(String subscription) {
    return boxes.computeIfAbsent(subscription, Box::new);
  }

  Map<String, Box> all() {
    return boxes;
  }
}
