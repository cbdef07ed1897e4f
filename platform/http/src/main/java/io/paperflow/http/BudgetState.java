package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a successor must know of a host's budget so that it keeps the distance after a failover. Only
 * one process may speak to a host at a time; whoever arranges that hands this on.
 *
 * @param budget the budget's name, such as {@code arxiv}
 * @param notBefore no request to the host before
 * @param uses when the requests of the host's quotas were made, oldest first
 */
public record BudgetState(String budget, Instant notBefore, List<Use> uses) {

  public BudgetState {
    uses = List.copyOf(uses);
  }

  /**
   * Requests that still count.
   *
   * @param kind of the requests
   * @param requests how many
   * @param until when they cease to count
   * @param per the quota's window
   */
  public record Use(Request.Kind kind, int requests, Instant until, Duration per) {}
}
