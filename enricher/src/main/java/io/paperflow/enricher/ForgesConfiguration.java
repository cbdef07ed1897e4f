package io.paperflow.enricher;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.value.PropertyResolver;
import io.paperflow.enricher.forge.ForgeSettings;
import io.paperflow.service.SettingsCheck;
import io.paperflow.web.Addresses;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code paperflow.forges}: what differs of forges; their tokens are in {@code paperflow.http}. */
@Singleton
@Requires(env = "enricher")
final class ForgesConfiguration implements SettingsCheck, Addresses {

  static final String PREFIX = "paperflow.forges";

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private final PropertyResolver properties;
  private final List<String> problems = new ArrayList<>();
  private final ForgeSettings settings;

  ForgesConfiguration(PropertyResolver properties) {
    this.properties = properties;
    this.settings =
        new ForgeSettings(
            Stream.of("github", "huggingface").filter(this::hasToken).toList(),
            hosts("gitlab-hosts"),
            hosts("forgejo-hosts"),
            addressesOf());
  }

  private boolean hasToken(String budget) {
    return properties
        .getProperty("paperflow.http.hosts." + budget + ".token", String.class)
        .filter(token -> !token.isBlank())
        .isPresent();
  }

  private List<String> hosts(String name) {
    List<String> hosts =
        properties
            .getProperty(PREFIX + "." + name, String.class)
            .map(text -> Stream.of(text.split(",")).map(String::strip))
            .orElse(Stream.of())
            .filter(host -> !host.isEmpty())
            .toList();
    hosts.stream()
        .filter(host -> !HOST.matcher(host).matches())
        .map(
            host ->
                "%s.%s: %s is no host in lower case such as git.example.org"
                    .formatted(PREFIX, name, host))
        .forEach(problems::add);
    return hosts;
  }

  private Map<String, URI> addressesOf() {
    Map<String, URI> addresses = new TreeMap<>();
    String prefix = PREFIX + ".addresses";
    for (String budget : properties.getPropertyEntries(prefix)) {
      String name = prefix + "." + budget;
      properties
          .getProperty(name, String.class)
          .ifPresent(text -> add(budget, name, text, addresses));
    }
    return addresses;
  }

  private void add(String budget, String name, String text, Map<String, URI> addresses) {
    try {
      URI address = URI.create(text.strip());
      if (address.getHost() != null) {
        addresses.put(budget, address);
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    problems.add(name + ": '" + text + "' is no address such as https://api.github.com");
  }

  ForgeSettings settings() {
    return settings;
  }

  @Override
  public Map<String, List<URI>> addresses() {
    Map<String, List<URI>> all = new TreeMap<>();
    settings.addresses().forEach((budget, address) -> all.put(budget, List.of(address)));
    return all;
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
