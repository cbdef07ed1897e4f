package io.paperflow.fetcher;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.value.PropertyResolver;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.service.SettingsCheck;
import io.paperflow.web.Addresses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The sources as {@code paperflow.sources} wants them. One that is not enabled and whose settings
 * are not complete is left out: nobody wants it.
 */
public final class SourceCatalogue implements SettingsCheck, Addresses {

  private static final String PREFIX = "paperflow.sources";

  private final PropertyResolver properties;
  private final Map<String, ConfiguredSource> sources = new LinkedHashMap<>();
  private final Map<String, List<URI>> addresses = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Makes the sources of these kinds. */
  public SourceCatalogue(List<SourceKind> kinds, PropertyResolver properties) {
    this.properties = properties;
    kinds.forEach(this::make);
    List<String> names = kinds.stream().map(SourceKind::name).toList();
    for (String entry : new TreeSet<>(properties.getPropertyEntries(PREFIX))) {
      // An environment variable does not tell a hyphen from a dot, so half a name may appear.
      if (names.stream().noneMatch(name -> name.equals(entry) || name.startsWith(entry + "-"))) {
        problems.add(PREFIX + "." + entry + ": there is no such source; there are " + names);
      }
    }
  }

  private void make(SourceKind kind) {
    String prefix = PREFIX + "." + kind.name() + ".";
    List<String> own = new ArrayList<>();
    boolean enabled = setting(prefix + "enabled", Boolean.class, own).orElse(false);
    Optional<Duration> interval = setting(prefix + "interval", Duration.class, own);
    if (interval.filter(Duration::isPositive).isEmpty() && interval.isPresent()) {
      own.add(prefix + "interval: must be longer than zero");
    }
    Optional<String> address = setting(prefix + "address", String.class, own);
    SourceSettings settings = new SourceSettings(kind.name(), address, options(prefix));
    Source source = kind.make().apply(settings);
    own.addAll(settings.problems());
    if (own.isEmpty()) {
      Schedule schedule = interval.<Schedule>map(Schedule.Every::new).orElseGet(source::schedule);
      sources.put(kind.name(), new ConfiguredSource(source, enabled, schedule));
      address.ifPresent(
          at ->
              addresses
                  .computeIfAbsent(source.hostGroup().name(), _ -> new ArrayList<>())
                  .add(URI.create(at)));
    } else if (enabled) {
      problems.addAll(own);
    }
  }

  private <T> Optional<T> setting(String name, Class<T> type, List<String> wrong) {
    Optional<String> text = properties.getProperty(name, String.class);
    Optional<T> value = text.flatMap(t -> converted(name, type));
    if (text.isPresent() && value.isEmpty()) {
      wrong.add("%s: '%s' is no %s".formatted(name, text.get(), type.getSimpleName()));
    }
    return value;
  }

  private <T> Optional<T> converted(String name, Class<T> type) {
    try {
      return properties.getProperty(name, type);
    } catch (ConversionErrorException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> options(String prefix) {
    Map<String, String> options = new HashMap<>();
    properties
        .getProperties(prefix + "options")
        .forEach((name, value) -> options.put(name, String.valueOf(value)));
    return options;
  }

  /** All sources that can be read. */
  public List<ConfiguredSource> sources() {
    return List.copyOf(sources.values());
  }

  /** The source of this name. */
  public Optional<ConfiguredSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Where sources are read, by host group. */
  @Override
  public Map<String, List<URI>> addresses() {
    return Map.copyOf(addresses);
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
