package io.paperflow.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a user says about hosts. Hosts that are known can be tightened, never loosened; others are
 * treated as said.
 *
 * @param name of a known budget, such as {@code arxiv} or {@code huggingface}, or of a new one
 * @param authorities further hosts of the budget, as in {@link HostPolicy}
 * @param quota a further quota; for a new budget the only one
 * @param connections most at a time
 * @param share percent of the quotas that this process uses, 1 to 100; the rest is left for others
 *     with the same address or token
 * @param access token and permissions; a token may bring larger quotas
 */
public record HostSettings(
    String name,
    Set<String> authorities,
    Optional<Quota> quota,
    OptionalInt connections,
    OptionalInt share,
    Access access) {

  private static final int WHOLE = 100;

  public HostSettings {
    authorities = Set.copyOf(authorities);
  }

  /** With the whole of the quotas. */
  public HostSettings(
      String name,
      Set<String> authorities,
      Optional<Quota> quota,
      OptionalInt connections,
      Access access) {
    this(name, authorities, quota, connections, OptionalInt.empty(), access);
  }

  /** Everything that is wrong, each in a line that names the setting. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (KnownHosts.named(name, access).isEmpty() && authorities.isEmpty()) {
      problems.add(setting("hosts") + "is empty, and no budget of that name is known");
    }
    for (String authority : authorities) {
      if (!authority.matches("[a-z0-9._-]+(?::[0-9]{1,5})?|\\[[0-9a-f:.]+](?::[0-9]{1,5})?")) {
        problems.add(setting("hosts") + "'" + authority + "' is not a host in lower case");
      }
    }
    if (connections.isPresent() && connections.getAsInt() < 1) {
      problems.add(setting("connections") + "must be at least 1");
    }
    if (share.isPresent() && (share.getAsInt() < 1 || share.getAsInt() > WHOLE)) {
      problems.add(setting("share") + "must be a percentage from 1 to 100");
    }
    return problems;
  }

  private String setting(String key) {
    return "paperflow.http.hosts." + name + "." + key + ": ";
  }

  HostPolicy policy() {
    HostPolicy policy = KnownHosts.named(name, access).map(this::tightened).orElseGet(this::own);
    return share.isPresent() ? policy.part(share.getAsInt()) : policy;
  }

  private HostPolicy tightened(HostPolicy known) {
    Set<String> all = new HashSet<>(known.authorities());
    all.addAll(authorities);
    List<Quota> quotas = new ArrayList<>(known.quotas());
    quota.ifPresent(quotas::add);
    return new HostPolicy(
        name,
        all,
        quotas,
        Math.min(known.connections(), connections.orElse(known.connections())),
        known.leastSilence(),
        known.unchangedIsFree(),
        access);
  }

  private HostPolicy own() {
    HostPolicy polite = HostPolicy.polite(name, authorities);
    return new HostPolicy(
        name,
        authorities,
        quota.map(List::of).orElse(polite.quotas()),
        connections.orElse(polite.connections()),
        polite.leastSilence(),
        polite.unchangedIsFree(),
        access);
  }
}
