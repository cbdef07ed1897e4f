package io.paperflow.notifier.follow;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.Subscription;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that happened to a paper.
 *
 * @param at when
 */
record Occurrence(FollowedEvent event, Paper paper, Instant at) {

  /** What is older is no news, as when an operator reads the past of a source. */
  private static final Duration NEWS = Duration.ofDays(60);

  /** Whether it is to be told to a subscription whose searches find the paper. */
  boolean concerns(Subscription subscription) {
    return subscription.getEvents().contains(event)
        && at.isAfter(subscription.getSince())
        && (event != FollowedEvent.NEW || isNews());
  }

  private boolean isNews() {
    return !paper.withdrawn() && paper.published().filter(time -> isPast(time, at)).isEmpty();
  }

  /** Whether what was published then is no news any more. */
  static boolean isPast(Instant published, Instant now) {
    return published.isBefore(now.minus(NEWS));
  }
}
