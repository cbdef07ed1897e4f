package io.paperflow.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a text with {@code Title:}, {@code PDF:} and {@code Summary:}, divided by lines of
 * {@code ---}. A summary may hold such lines too: a record begins only where fields follow.
 */
final class FieldRecords {

  /**
   * A record.
   *
   * @param from position of its first byte
   * @param title its lines, none when there is no title
   * @param pdf what follows {@code PDF:}
   * @param summary its lines
   */
  record Fields(int from, List<TextLine> title, Optional<String> pdf, List<TextLine> summary) {}

  private static final String TITLE = "Title:";
  private static final String PDF = "PDF:";
  private static final String SUMMARY = "Summary:";
  private static final String DIVIDER = "---";

  private FieldRecords() {}

  static List<Fields> of(byte[] bytes, int from, int to) {
    List<TextLine> lines =
        TextLine.of(bytes, from, to).stream().filter(line -> !line.isBlank()).toList();
    var records = new ArrayList<Fields>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (begins(lines, i)) {
        if (start >= 0) {
          records.add(fields(lines.subList(start, i)));
        }
        start = i;
      }
    }
    if (start >= 0) {
      records.add(fields(lines.subList(start, lines.size())));
    }
    return records;
  }

  private static boolean begins(List<TextLine> lines, int i) {
    boolean divided = i == 0 || lines.get(i - 1).text().equals(DIVIDER);
    if (is(lines.get(i), PDF)) {
      return divided;
    }
    if (!is(lines.get(i), TITLE)) {
      return false;
    }
    int next = i + 1;
    while (next < lines.size() && lines.get(next).isIndented()) {
      next++;
    }
    if (next == lines.size() || !is(lines.get(next), PDF)) {
      return false;
    }
    boolean whole = next + 1 < lines.size() && is(lines.get(next + 1), SUMMARY);
    return divided || whole;
  }

  private static boolean is(TextLine line, String field) {
    return line.raw().startsWith(field);
  }

  private static Fields fields(List<TextLine> lines) {
    var title = new ArrayList<TextLine>();
    Optional<String> pdf = Optional.empty();
    var summary = new ArrayList<TextLine>();
    for (TextLine line : lines) {
      if (!summary.isEmpty()) {
        summary.add(line);
      } else if (is(line, SUMMARY)) {
        summary.add(line.without(SUMMARY.length()));
      } else if (is(line, PDF)) {
        pdf = Optional.of(Text.strip(line.text().substring(PDF.length())));
      } else if (pdf.isEmpty()) {
        title.add(is(line, TITLE) ? line.without(TITLE.length()) : line);
      }
    }
    if (!summary.isEmpty() && summary.getLast().text().equals(DIVIDER)) {
      summary.removeLast();
    }
    return new Fields(lines.getFirst().from(), title, pdf, summary);
  }
}
