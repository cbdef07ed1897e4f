package io.paperflow.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Records that a work wants committed.
 *
 * @param done completed once they are
 */
record LeaseCommit(
    HeldLease lease, List<Publication> publications, CompletableFuture<Boolean> done) {}
