package io.paperflow.notifier.outbox;

import io.paperflow.schemas.HandedOver;
import io.paperflow.schemas.Subscription;

/**
 * One attempt at a delivery.
 *
 * @param repeat whether an earlier one had an unknown end
 */
record Attempt(Subscription subscription, HandedOver what, boolean repeat) {}
