package io.paperflow.notifier.outbox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The leases among which subscriptions are shared, so that several instances deliver side by side.
 * Their number is part of the contract: a change would leave records in the partition of another.
 */
public final class Shards {

  private static final int COUNT = 4;

  private static final List<String> NAMES =
      IntStream.range(0, COUNT).mapToObj(number -> "outbox-" + number).toList();

  private Shards() {}

  /** The names of all leases. */
  public static List<String> names() {
    return NAMES;
  }

  /** The lease of a subscription. */
  public static String of(String subscription) {
    return NAMES.get(Math.floorMod(subscription.hashCode(), COUNT));
  }
}
