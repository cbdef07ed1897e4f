package io.paperflow.fetcher.input;

import java.net.URI;
import java.nio.file.Path;

/** Where a document is. */
public sealed interface Location {

  /** A file; its path is absolute. */
  record LocalFile(Path path) implements Location {}

  /** An address of HTTP or HTTPS. */
  record Web(URI address) implements Location {}

  /** The document's address, under which it is published. */
  default URI uri() {
    return switch (this) {
      case LocalFile(Path path) -> path.toUri();
      case Web(URI address) -> address;
    };
  }
}
