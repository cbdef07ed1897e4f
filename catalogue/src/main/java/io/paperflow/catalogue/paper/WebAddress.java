package io.paperflow.catalogue.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Tells addresses of the web from all else that texts call a link, such as {@code javascript:}. */
public final class WebAddress {

  private WebAddress() {}

  /** The address itself when a page may link to it: http or https, with a host. */
  public static Optional<String> of(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isHttps(uri);
      return web && uri.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
