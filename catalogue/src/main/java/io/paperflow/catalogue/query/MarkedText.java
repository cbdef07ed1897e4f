package io.paperflow.catalogue.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A text some parts of which are marked.
 *
 * @param spans one after the other the whole text
 */
public record MarkedText(List<Span> spans) {

  /** Begins a marked part in texts for {@link #of}: a character for private use. */
  public static final char OPEN = '\uE000';

  /** Ends a marked part in texts for {@link #of}: a character for private use. */
  public static final char CLOSE = '\uE001';

  public MarkedText {
    spans = List.copyOf(spans);
  }

  /** A piece of the text. */
  public record Span(String text, boolean marked) {}

  /**
   * A text with {@link #OPEN} and {@link #CLOSE} around its marked parts; nesting means nothing.
   */
  public static MarkedText of(String text) {
    List<Span> spans = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == OPEN || c == CLOSE) {
        add(spans, piece, marked);
        marked = c == OPEN;
      } else {
        piece.append(c);
      }
    }
    add(spans, piece, marked);
    return new MarkedText(spans);
  }

  private static void add(List<Span> spans, StringBuilder piece, boolean marked) {
    if (!piece.isEmpty()) {
      spans.add(new Span(piece.toString(), marked));
      piece.setLength(0);
    }
  }

  /** HTML: marked parts in {@code <mark>}, all else escaped. */
  public String html() {
    StringBuilder html = new StringBuilder();
    for (Span span : spans) {
      html.append(span.marked() ? "<mark>" : "");
      escape(span.text(), html);
      html.append(span.marked() ? "</mark>" : "");
    }
    return html.toString();
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
