package io.paperflow.notifier.outbox;

import io.paperflow.notifier.deliver.Courier;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.follow.Subscriptions;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.Subscription;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What deliveries need. All of it is thread-safe.
 *
 * @param trends the present list of a window; empty until it is known
 * @param ends writes the end of a subscription
 * @param threads deliveries run on them, side by side
 */
public record Means(
    Subscriptions subscriptions,
    Papers papers,
    Function<Window, Optional<TrendList>> trends,
    Composer composer,
    FollowLinks links,
    Function<Subscription, Publication> ends,
    Courier courier,
    Executor threads,
    DeliveryMetrics metrics,
    InstantSource clock) {}
