package io.paperflow.notifier.deliver;

import io.paperflow.notifier.digest.Digest;
import io.paperflow.schemas.Subscription;

/**
 * Something to be handed over.
 *
 * @param delivery names it; the same again when it is repeated
 */
public record Parcel(String delivery, Subscription subscription, Digest digest) {}
