package io.paperflow.bench.papers;

/** Text in lines of at most 79 characters, unless a word is longer. */
final class WrappedText {

  private static final int WIDTH = 79;

  private WrappedText() {}

  /** The words of a text in lines, with something before the first word. */
  static String of(String text, String indent) {
    StringBuilder lines = new StringBuilder(indent);
    int lineStart = 0;
    for (String word : text.split(" ", -1)) {
      boolean first = lines.length() == indent.length();
      if (!first && lines.length() - lineStart + 1 + word.length() > WIDTH) {
        lines.append('\n');
        lineStart = lines.length();
      } else if (!first) {
        lines.append(' ');
      }
      lines.append(word);
    }
    return lines.toString();
  }
}
