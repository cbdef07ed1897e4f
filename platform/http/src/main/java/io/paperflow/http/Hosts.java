package io.paperflow.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which policy holds for which host. Immutable. */
final class Hosts {

  private final Map<String, HostPolicy> byAuthority = new HashMap<>();
  private final Map<String, HostPolicy> byName = new HashMap<>();

  Hosts(WebSettings settings) {
    KnownHosts.all().forEach(this::add);
    settings.hosts().forEach(host -> add(host.policy()));
  }

  private void add(HostPolicy policy) {
    byName.put(policy.name(), policy);
    policy.authorities().forEach(authority -> byAuthority.put(authority, policy));
  }

  HostPolicy ofAuthority(String authority) {
    HostPolicy policy = byAuthority.get(authority);
    return policy == null ? HostPolicy.polite(authority, Set.of(authority)) : policy;
  }

  HostPolicy named(String budget) {
    HostPolicy policy = byName.get(budget);
    return policy == null ? HostPolicy.polite(budget, Set.of(budget)) : policy;
  }

  boolean isKnown(HostPolicy policy) {
    return byName.containsKey(policy.name());
  }
}
