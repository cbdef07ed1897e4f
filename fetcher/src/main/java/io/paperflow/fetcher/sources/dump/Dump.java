package io.paperflow.fetcher.sources.dump;

import io.paperflow.fetcher.source.SourceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a dump is. */
public sealed interface Dump {

  /** A file; its path is absolute. */
  record File(Path path) implements Dump {}

  /** An address of http or https. */
  record Web(URI address) implements Dump {}

  /** The dump of an option that is a path or an address; empty when the option is absent. */
  static Optional<Dump> of(SourceSettings settings, String option) {
    Optional<String> text = settings.text(option);
    if (text.filter(t -> t.matches("(?i)https?://.*")).isEmpty()) {
      return settings.path(option).map(File::new);
    }
    try {
      return Optional.of(new Web(new URI(text.get())));
    } catch (URISyntaxException e) {
      settings.problem(option, "is no address: " + e.getReason());
      return Optional.empty();
    }
  }
}
