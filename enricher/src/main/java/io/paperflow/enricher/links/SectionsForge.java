package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;

/**
 * Hubs whose first path segment tells what lies below it. The rule's words are {@code
 * segment=KIND}; what they do not name is of kind other. Addresses are kept as written.
 */
record SectionsForge(Names names) implements Forge {

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    String prefix = segments.getFirst().text() + "=";
    LinkKind kind =
        rule.words().stream()
            .filter(word -> segments.size() > 1 && word.startsWith(prefix))
            .map(word -> LinkKind.valueOf(word.substring(prefix.length())))
            .findFirst()
            .orElse(LinkKind.OTHER);
    Address.Segment last = segments.getLast();
    int surplus =
        last.end() == address.tail().length()
            ? last.text().length() - names.beforeProse(last.text())
            : 0;
    String tail = address.tail().substring(0, address.tail().length() - surplus);
    return Optional.of(
        Target.asWritten(
            new Address(address.scheme(), address.host(), tail), kind, KindReading.HOST));
  }
}
