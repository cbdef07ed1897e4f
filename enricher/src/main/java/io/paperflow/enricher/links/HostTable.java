package io.paperflow.enricher.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of {@code hosts.tsv} by host. Immutable. */
final class HostTable {

  private record LabelRule(String core, boolean openStart, boolean openEnd, HostRule rule) {

    static LabelRule of(String pattern, HostRule rule) {
      return new LabelRule(
          pattern.replace("*", ""), pattern.startsWith("*"), pattern.endsWith("*"), rule);
    }

    boolean matches(String label) {
      if (openStart && openEnd) {
        return label.contains(core);
      }
      if (openStart) {
        return label.endsWith(core);
      }
      return openEnd ? label.startsWith(core) : label.equals(core);
    }
  }

  private final Map<String, HostRule> hosts = new HashMap<>();
  private final Map<String, HostRule> domains = new HashMap<>();
  private final List<LabelRule> labels = new ArrayList<>();
  private final HostRule otherHosts;

  private HostTable(HostRule otherHosts) {
    this.otherHosts = otherHosts;
  }

  static HostTable load(Forges forges, Lexicon lexicon, List<String> gitlabHosts) {
    HostTable table = new HostTable(new HostRule(forges.unlisted(), "", 0, Set.of()));
    for (List<String> row : Tables.rows("hosts.tsv")) {
      HostRule rule =
          new HostRule(
              forges.named(row.get(0)),
              row.get(1).equals("-") ? "" : row.get(1),
              Integer.parseInt(row.get(2)),
              row.get(3).equals("-") ? Set.of() : lexicon.list(row.get(3)));
      Tables.words(row.get(4)).forEach(host -> table.add(host, rule));
    }
    HostRule gitlab = new HostRule(forges.named("gitlab"), "", 2, lexicon.list("gitlab-reserved"));
    gitlabHosts.forEach(host -> table.add(host, gitlab));
    return table;
  }

  private void add(String host, HostRule rule) {
    if (host.endsWith(".")) {
      labels.add(LabelRule.of(host.substring(0, host.length() - 1), rule));
    } else if (host.startsWith(".")) {
      domains.put(host.substring(1), rule);
    } else {
      hosts.put(host, rule);
    }
  }

  /** The rule of a host in lower case, with or without {@code www.}. */
  HostRule rule(String host) {
    return listed(host).orElse(otherHosts);
  }

  /** The rule of a host that the table names, by itself, by its domain or by its first label. */
  Optional<HostRule> listed(String host) {
    String bare = Address.bare(host);
    HostRule whole = hosts.get(bare);
    if (whole != null) {
      return Optional.of(whole);
    }
    for (int dot = -1; ; ) {
      HostRule domain = domains.get(bare.substring(dot + 1));
      if (domain != null) {
        return Optional.of(domain);
      }
      dot = bare.indexOf('.', dot + 1);
      if (dot < 0) {
        return byLabel(bare);
      }
    }
  }

  private Optional<HostRule> byLabel(String host) {
    int dot = host.indexOf('.');
    if (dot < 0 || host.indexOf('.', dot + 1) < 0) {
      return Optional.empty();
    }
    String label = host.substring(0, dot);
    return labels.stream().filter(r -> r.matches(label)).map(LabelRule::rule).findFirst();
  }
}
