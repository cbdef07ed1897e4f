package io.paperflow.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How one treats the hosts that share a budget.
 *
 * @param name of the budget, in settings and metrics
 * @param authorities hosts in lower case; {@code host:port} when the port is not the scheme's own
 * @param quotas all of them hold
 * @param connections most at a time, at least 1
 * @param leastSilence shortest silence after a 429, whatever the host says
 * @param unchangedIsFree whether an answer 304 does not count in the quotas
 * @param access what the settings allow and give for these hosts
 */
public record HostPolicy(
    String name,
    Set<String> authorities,
    List<Quota> quotas,
    int connections,
    Duration leastSilence,
    boolean unchangedIsFree,
    Access access) {

  private static final List<Quota> POLITE = List.of(Quota.of(1, Duration.ofSeconds(1)));
  private static final int POLITE_CONNECTIONS = 2;

  public HostPolicy {
    authorities = Set.copyOf(authorities);
    quotas = List.copyOf(quotas);
    if (quotas.isEmpty() || connections < 1) {
      throw new IllegalArgumentException(
          "at least one quota and one connection was expected for " + name);
    }
  }

  /** For hosts of which nothing is known: one request a second, two connections. */
  static HostPolicy polite(String name, Set<String> authorities) {
    return of(name, authorities, POLITE_CONNECTIONS, POLITE);
  }

  static HostPolicy of(String name, Set<String> authorities, int connections, List<Quota> quotas) {
    return new HostPolicy(
        name, authorities, quotas, connections, Duration.ZERO, false, Access.PUBLIC);
  }

  HostPolicy leastSilence(Duration least) {
    return new HostPolicy(name, authorities, quotas, connections, least, unchangedIsFree, access);
  }

  HostPolicy withUnchangedFree() {
    return new HostPolicy(name, authorities, quotas, connections, leastSilence, true, access);
  }

  /** A part of it in percent, of each quota at least one request. */
  HostPolicy part(int percent) {
    List<Quota> parts = quotas.stream().map(quota -> quota.part(percent)).toList();
    return new HostPolicy(
        name, authorities, parts, connections, leastSilence, unchangedIsFree, access);
  }

  /** The time from one request to the next at the fastest. */
  Duration pace() {
    return quotas.stream().map(Quota::pace).min(Duration::compareTo).orElseThrow();
  }
}
