package io.paperflow.enricher.links;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads the address that begins at a place in a text. */
final class AddressReader {

  private static final String SHELL_USER = "git@";

  /** Scheme, user of a secure shell and host. */
  private record Beginning(Optional<Scheme> scheme, boolean shell, Host host) {}

  private final HostReader hosts;
  private final HostTable table;
  private final PathReader paths;

  AddressReader(HostReader hosts, HostTable table, PathReader paths) {
    this.hosts = hosts;
    this.table = table;
    this.paths = paths;
  }

  /** The address, or empty when none begins there. */
  Optional<Sighting> read(String source, int start) {
    int host = Scheme.endAt(source, start);
    int named = source.startsWith(SHELL_USER, host) ? host + SHELL_USER.length() : host;
    if (!hosts.mayStandAt(source, named)) {
      return Optional.empty();
    }
    return beginning(Repaired.beginning(source, start).text())
        .map(beginning -> read(Repaired.from(source, start), start, beginning));
  }

  private Optional<Beginning> beginning(String text) {
    Optional<Scheme> scheme = Scheme.read(text, 0);
    int at = scheme.map(Scheme::end).orElse(0);
    boolean shell = text.startsWith(SHELL_USER, at);
    return hosts
        .read(text, shell ? at + SHELL_USER.length() : at, scheme.isPresent())
        .map(host -> new Beginning(scheme, shell, host));
  }

  private Sighting read(Repaired repaired, int start, Beginning beginning) {
    Host host = beginning.host();
    Optional<Scheme> scheme = beginning.scheme();
    boolean shell = beginning.shell();
    String text = repaired.text();
    HostRule rule = table.rule(host.name());
    int hostEnd = portEnd(text, host.end());
    String authority = host.name() + text.substring(host.end(), hostEnd);
    PathReader.Path path = paths.read(text, hostEnd, rule, shell);
    Address address = new Address(scheme.map(Scheme::name).orElse("https"), authority, path.tail());
    Optional<Target> target = rule.forge().read(address, rule);
    int used = target.map(Target::used).orElse(path.tail().length());
    Set<Mend> mends = EnumSet.noneOf(Mend.class);
    mends.addAll(host.mends());
    mends.addAll(path.mends());
    scheme.flatMap(Scheme::mend).ifPresent(mends::add);
    if (scheme.isEmpty() && !shell) {
      mends.add(Mend.SCHEME);
    }
    return new Sighting(
        start,
        repaired.trace().end(path.trace().end(used)),
        scheme.isPresent() || shell ? Sighting.Form.URL : Sighting.Form.HOST,
        authority,
        mends,
        target);
  }

  private static int portEnd(String text, int hostEnd) {
    int end = hostEnd + 1;
    while (end < text.length() && end - hostEnd <= 5 && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return text.startsWith(":", hostEnd) && end > hostEnd + 1 ? end : hostEnd;
  }
}
