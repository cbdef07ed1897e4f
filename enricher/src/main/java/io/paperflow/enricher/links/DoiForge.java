package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Resolvers of DOIs: a deposit by its prefix, else a publication unless the sentence differs. */
record DoiForge(Set<String> depositPrefixes) implements Forge {

  private static final Pattern DOI = Pattern.compile("/+(?:doi:)?(10\\.\\d{4,9})/[^/].*");

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    var doi = DOI.matcher(address.tail());
    if (!doi.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        depositPrefixes.contains(doi.group(1))
            ? Target.asWritten(address, LinkKind.ARCHIVE, KindReading.HOST)
            : Target.asWritten(address, LinkKind.OTHER, KindReading.DOI));
  }

  @Override
  public boolean wantsMore(String tail, HostRule rule) {
    return !DOI.matcher(tail).matches() || tail.endsWith(".");
  }
}
