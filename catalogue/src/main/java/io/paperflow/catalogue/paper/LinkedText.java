package io.paperflow.catalogue.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text whose links can be followed.
 *
 * @param segments one after the other the whole text
 */
public record LinkedText(List<Segment> segments) {

  public LinkedText {
    segments = List.copyOf(segments);
  }

  /**
   * A piece of the text.
   *
   * @param address where it leads; only addresses of the web
   */
  public record Segment(String text, Optional<String> address) {}

  private record Span(int start, int end, String address) {}

  /** The text of a field with the links found in it, by the spans of their evidence. */
  public static LinkedText of(String field, String text, List<Link> links) {
    List<Span> spans =
        links.stream()
            .flatMap(link -> spans(field, text, link))
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    List<Segment> segments = new ArrayList<>();
    int written = 0;
    for (Span span : spans) {
      if (span.start() < written) {
        continue;
      }
      plain(text, written, span.start(), segments);
      segments.add(
          new Segment(text.substring(span.start(), span.end()), Optional.of(span.address())));
      written = span.end();
    }
    plain(text, written, text.length(), segments);
    return new LinkedText(segments);
  }

  private static void plain(String text, int start, int end, List<Segment> segments) {
    if (start < end) {
      segments.add(new Segment(text.substring(start, end), Optional.empty()));
    }
  }

  private static Stream<Span> spans(String field, String text, Link link) {
    return WebAddress.of(link.url()).stream()
        .flatMap(
            address ->
                link.evidence().stream()
                    .filter(evidence -> evidence.field().equals(field))
                    .flatMap(evidence -> span(text, evidence, address).stream()));
  }

  /** Where the evidence stands in this text, which may be another source's than the evidence. */
  private static Optional<Span> span(String text, Evidence evidence, String address) {
    String raw = evidence.raw();
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    int start = text.startsWith(raw, evidence.start()) ? evidence.start() : text.indexOf(raw);
    return start < 0
        ? Optional.empty()
        : Optional.of(new Span(start, start + raw.length(), address));
  }
}
