package io.paperflow.formats;

/**
 * A line that is part of a title or an abstract.
 *
 * @param line the line
 * @param afterBlank whether a blank line stands before it
 * @param shape what its text tells
 */
record ProseLine(TextLine line, boolean afterBlank, LineShape shape) {

  ProseLine(TextLine line, boolean afterBlank) {
    this(line, afterBlank, LineShape.of(line.text()));
  }
}
