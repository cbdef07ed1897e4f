package io.paperflow.notifier.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts new subscriptions, so that nobody can fill the memory or the mailbox of somebody else.
 * Thread-safe.
 */
public final class SignUps {

  private static final Duration SPAN = Duration.ofHours(1);
  private static final int BY_CLIENT = 20;
  private static final int TO_ADDRESS = 3;
  private static final int TOGETHER = 1000;

  private final InstantSource clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant end = Instant.MIN;
  private int all;

  /** None yet. */
  public SignUps(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts one; whether it is within all limits of an hour. */
  public synchronized boolean count(String client, String address) {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      counts.clear();
      all = 0;
      end = now.plus(SPAN);
    }
    if (all >= TOGETHER
        || counts.getOrDefault("client " + client, 0) >= BY_CLIENT
        || counts.getOrDefault("address " + address, 0) >= TO_ADDRESS) {
      return false;
    }
    all++;
    counts.merge("client " + client, 1, Integer::sum);
    counts.merge("address " + address, 1, Integer::sum);
    return true;
  }
}
