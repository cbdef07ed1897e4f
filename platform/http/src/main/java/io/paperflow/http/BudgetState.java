package io.paperflow.http;

import java.time.Instant;
import java.util.List;

/**
 * What a successor must know of a budget so that it keeps the distance after a failover. Only one
 * process may speak to a host at a time; whoever arranges that hands this on.
 *
 * @param budget its name, such as {@code arxiv}; for a host that is not known, the host
 * @param notBefore no request before
 * @param uses of the quotas
 */
public record BudgetState(String budget, Instant notBefore, List<Use> uses) {

  public BudgetState {
    uses = List.copyOf(uses);
  }

  /**
   * Requests that still count in a quota.
   *
   * @param requests how many
   * @param until when the last of them ceases to count
   */
  public record Use(Quota quota, int requests, Instant until) {}
}
