package io.paperflow.fetcher.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of one source, {@code paperflow.sources.NAME}, with their problems as they are
 * found. Belongs to one thread.
 */
public final class SourceSettings {

  private static final URI NOWHERE = URI.create("http://invalid.invalid/");

  private final String prefix;
  private final Optional<String> address;
  private final Map<String, String> options;
  private final Set<String> used = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Settings of a source.
   *
   * @param address base address, without a default when the source needs none
   * @param options what only this source has
   */
  public SourceSettings(String name, Optional<String> address, Map<String, String> options) {
    this.prefix = "paperflow.sources." + name + ".";
    this.address = address;
    this.options = Map.copyOf(options);
  }

  /** The base address, of http or https, with a path that ends in a slash or not as it is set. */
  public URI address() {
    String text = address.orElse("");
    try {
      URI uri = new URI(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, with all others.
    }
    problems.add(prefix + "address: '" + text + "' is no address of http or https");
    return NOWHERE;
  }

  /** An option; empty when it is absent or blank. */
  public Optional<String> text(String option) {
    used.add(option);
    return Optional.ofNullable(options.get(option)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** An option that is a list with commas; empty when it is absent. */
  public List<String> list(String option) {
    return text(option).stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** An option that must be there and be a whole number of a range. */
  public int number(String option, int least, int most) {
    String text = text(option).orElse("");
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with all others.
    }
    problem(option, "'%s' is no whole number from %d to %d".formatted(text, least, most));
    return least;
  }

  /** An option that is a path, made absolute; empty when it is absent. */
  public Optional<Path> path(String option) {
    return text(option).flatMap(text -> path(option, text));
  }

  /** An option that is a list of paths with commas, made absolute. */
  public List<Path> paths(String option) {
    return list(option).stream().flatMap(text -> path(option, text).stream()).toList();
  }

  private Optional<Path> path(String option, String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      problem(option, "'%s' is no path: %s".formatted(text, e.getReason()));
      return Optional.empty();
    }
  }

  /** Tells what is wrong with an option. */
  public void problem(String option, String what) {
    problems.add(prefix + "options." + option + ": " + what);
  }

  /** Everything that is wrong, options nobody asked for included. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    for (String option : new TreeSet<>(options.keySet())) {
      if (used.stream().noneMatch(known -> spelling(known).equals(spelling(option)))) {
        all.add(prefix + "options." + option + ": there is no such option; there are " + used);
      }
    }
    return all;
  }

  /** An environment variable does not tell a hyphen from a dot. */
  private static String spelling(String option) {
    return option.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
  }
}
