package io.paperflow.fetcher.input;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** Where a document is. */
public sealed interface Location {

  /** A file; its path is absolute. */
  record LocalFile(Path path) implements Location {}

  /** An address of HTTP or HTTPS. */
  record Web(URI address) implements Location {}

  /**
   * What comes in through a stream that is open already, such as standard input. Can be read once.
   *
   * @param name stands for an address
   */
  record Stream(URI name, InputStream content) implements Location {}

  /** The document's address, under which it is published. */
  default URI uri() {
    return switch (this) {
      case LocalFile(Path path) -> path.toUri();
      case Web(URI address) -> address;
      case Stream(URI name, InputStream _) -> name;
    };
  }
}
