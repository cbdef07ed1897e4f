package io.paperflow.enricher.forge;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What differs of forges from one installation to the next.
 *
 * @param tokens budgets for which the client has a token
 * @param gitlabHosts further hosts with GitLab, in lower case
 * @param forgejoHosts further hosts with Forgejo or Gitea, in lower case
 * @param addresses where a forge's interface is instead of its usual place, by budget: a mirror, or
 *     one that is played
 */
public record ForgeSettings(
    List<String> tokens,
    List<String> gitlabHosts,
    List<String> forgejoHosts,
    Map<String, URI> addresses) {

  /** No token, no further hosts, all at their usual places. */
  public static final ForgeSettings STANDARD =
      new ForgeSettings(List.of(), List.of(), List.of(), Map.of());

  public ForgeSettings {
    tokens = List.copyOf(tokens);
    gitlabHosts = List.copyOf(gitlabHosts);
    forgejoHosts = List.copyOf(forgejoHosts);
    addresses = Map.copyOf(addresses);
  }

  boolean hasToken(String budget) {
    return tokens.contains(budget);
  }

  /** Where the interface of a budget is. */
  URI at(String budget, String usual) {
    return addresses.getOrDefault(budget, URI.create(usual));
  }
}
