package io.paperflow.search.web;

import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.paper.Evidence;
import io.paperflow.catalogue.paper.Link;
import io.paperflow.catalogue.paper.WebAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link of a paper as the page shows it. Public for the templates.
 *
 * @param label the address without its scheme
 * @param address where it leads; none when a page must not link to it
 * @param notes whose it is and whether it is there yet
 * @param found where it was found
 */
public record LinkView(
    String kind, String label, Optional<String> address, List<String> notes, String found) {

  public LinkView {
    notes = List.copyOf(notes);
  }

  static LinkView of(Link link) {
    return new LinkView(
        Words.kind(link.kind()),
        link.url().replaceFirst("^https?://(www\\.)?", ""),
        WebAddress.of(link.url()),
        Stream.of(
                Words.role(link.role()),
                Words.state(link.state()),
                String.format(Locale.ENGLISH, "confidence %.2f", link.confidence()))
            .filter(note -> !note.isEmpty())
            .toList(),
        found(link.evidence()));
  }

  private static String found(List<Evidence> evidence) {
    return String.join(
        ", ",
        evidence.stream()
            .map(e -> "%s (%s)".formatted(e.field(), Words.source(e.source())))
            .distinct()
            .toList());
  }
}
