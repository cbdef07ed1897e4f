package io.paperflow.formats;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that belongs to a title or an abstract as a whole: a paragraph, or where there are none a
 * line.
 *
 * @param lines its lines, at least one
 * @param afterBlank whether a blank line stands before it
 * @param shape what its text tells
 */
record Passage(List<TextLine> lines, boolean afterBlank, Shape shape) {

  static Passage of(List<TextLine> lines, boolean afterBlank) {
    String text = lines.stream().map(TextLine::text).collect(Collectors.joining(" "));
    return new Passage(List.copyOf(lines), afterBlank, Shape.of(text));
  }

  int from() {
    return lines.getFirst().from();
  }
}
