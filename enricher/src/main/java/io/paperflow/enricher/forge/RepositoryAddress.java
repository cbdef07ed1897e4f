package io.paperflow.enricher.forge;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A canonical address of a repository, a model, a dataset or a space.
 *
 * @param host in lower case, with a port where it is not the scheme's own
 * @param segments of the path, as written; at least one
 */
public record RepositoryAddress(String host, List<String> segments) {

  public RepositoryAddress {
    segments = List.copyOf(segments);
    if (host.isEmpty() || segments.isEmpty()) {
      throw new IllegalArgumentException("a host and a path were expected");
    }
  }

  /** Reads a canonical address; empty when it is none over http or https, or has no path. */
  public static Optional<RepositoryAddress> of(String url) {
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getRawAuthority() == null || uri.getRawPath() == null) {
        return Optional.empty();
      }
      List<String> segments =
          Stream.of(uri.getRawPath().split("/")).filter(part -> !part.isEmpty()).toList();
      return segments.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new RepositoryAddress(uri.getRawAuthority().toLowerCase(Locale.ROOT), segments));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address as papers write it. */
  public String url() {
    return "https://" + host + path();
  }

  /** With a slash before each segment. */
  public String path() {
    return "/" + String.join("/", segments);
  }

  /** Equal for the addresses of one repository, and for these alone. */
  public String identity() {
    return (host + path()).toLowerCase(Locale.ROOT);
  }
}
