package io.paperflow.web;

import io.micronaut.core.value.PropertyResolver;
import io.paperflow.http.Access;
import io.paperflow.http.HostSettings;
import io.paperflow.http.Secret;
import io.paperflow.http.WebSettings;
import io.paperflow.service.SettingsCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code paperflow.http}: how this process introduces itself, and what differs of hosts. */
public final class WebSettingsReader implements SettingsCheck {

  private static final String PREFIX = "paperflow.http";
  private static final String VERSION = "0.1.0";

  private final PropertyResolver properties;
  private final List<String> problems = new ArrayList<>();
  private final WebSettings settings;

  /**
   * Reads the settings.
   *
   * @param addresses what is read besides the known hosts, by budget: what is set is meant to be
   *     reached
   */
  public WebSettingsReader(PropertyResolver properties, Map<String, List<URI>> addresses) {
    this.properties = properties;
    Set<String> names = new TreeSet<>(properties.getPropertyEntries(PREFIX + ".hosts"));
    names.addAll(addresses.keySet());
    List<HostSettings> hosts = new ArrayList<>();
    for (String name : names) {
      hosts.add(host(name, addresses.getOrDefault(name, List.of())));
    }
    this.settings = new WebSettings(VERSION, text(PREFIX + ".contact").orElse(""), hosts);
    problems.addAll(settings.problems());
  }

  private HostSettings host(String name, List<URI> addresses) {
    String prefix = PREFIX + ".hosts." + name + ".";
    Set<String> authorities = new HashSet<>();
    addresses.forEach(address -> authorities.add(authority(address)));
    text(prefix + "hosts").stream()
        .flatMap(text -> Stream.of(text.split(",")))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .forEach(authorities::add);
    boolean plain = addresses.stream().anyMatch(address -> "http".equals(address.getScheme()));
    boolean here =
        plain
            || addresses.stream().anyMatch(address -> isLiteral(address.getHost()))
            || text(prefix + "private-addresses").filter("true"::equals).isPresent();
    return new HostSettings(
        name,
        authorities,
        Optional.empty(),
        number(prefix + "connections"),
        number(prefix + "share"),
        new Access(token(prefix), plain, here));
  }

  private static String authority(URI address) {
    boolean usual =
        address.getPort() < 0
            || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return usual ? host : host + ":" + address.getPort();
  }

  /** Whoever sets a number or this machine as a host means it. */
  private static boolean isLiteral(String host) {
    return host.equals("localhost") || host.startsWith("[") || host.matches("[0-9.]+");
  }

  private OptionalInt number(String name) {
    Optional<String> text = text(name);
    try {
      return text.map(Integer::valueOf).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    } catch (NumberFormatException e) {
      problems.add(name + ": '" + text.orElse("") + "' is no whole number");
      return OptionalInt.empty();
    }
  }

  private Optional<Secret> token(String prefix) {
    try {
      return text(prefix + "token").map(Secret::new);
    } catch (IllegalArgumentException e) {
      problems.add(prefix + "token: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    return properties
        .getProperty(name, String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** What was read; of use when there are no {@link #problems}. */
  public WebSettings settings() {
    return settings;
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
