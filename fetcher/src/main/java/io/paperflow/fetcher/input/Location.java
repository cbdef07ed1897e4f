package io.paperflow.fetcher.input;

import java.net.URI;
import java.nio.file.Path;

/** Where one document is. */
public sealed interface Location {

  /** The document's name for ever: {@code file:///absolute/path} or the web address. */
  String uri();

  /**
   * A file.
   *
   * @param path absolute and normalised
   */
  record LocalFile(Path path) implements Location {
    @Override
    public String uri() {
      return path.toUri().toString();
    }
  }

  /**
   * A document on the web.
   *
   * @param address with scheme http or https, and a host
   */
  record Web(URI address) implements Location {
    @Override
    public String uri() {
      return address.toString();
    }
  }
}
