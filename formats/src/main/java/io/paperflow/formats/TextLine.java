package io.paperflow.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a text document.
 *
 * @param from position of its first byte
 * @param to position after its last byte, before the line end
 * @param raw its text with the white space around it
 * @param text its text without
 * @param broken whether its bytes are not UTF-8
 */
record TextLine(int from, int to, String raw, String text, boolean broken) {

  /** Whether there is nothing to see on it. */
  boolean isBlank() {
    return text.codePoints().allMatch(TextLine::isInvisible);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  boolean isIndented() {
    return !raw.isEmpty() && Text.isSpace(raw.charAt(0));
  }

  /** The same line without its first characters. */
  TextLine without(int characters) {
    int skipped = raw.indexOf(text) + characters;
    String rest = raw.substring(skipped);
    int bytes = raw.substring(0, skipped).getBytes(StandardCharsets.UTF_8).length;
    return new TextLine(from + bytes, to, rest, Text.strip(rest), broken);
  }

  /** The lines of a range of bytes; they end with LF, CR LF or CR. */
  static List<TextLine> of(byte[] bytes, int from, int to) {
    var lines = new ArrayList<TextLine>();
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        lines.add(line(bytes, start, i));
        if (bytes[i] == '\r' && i + 1 < to && bytes[i + 1] == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < to) {
      lines.add(line(bytes, start, to));
    }
    return lines;
  }

  /**
   * The text from the first of the lines to the last, with line ends as LF.
   *
   * @throws RecordException when it is not UTF-8
   */
  static String joined(byte[] bytes, List<TextLine> lines) throws RecordException {
    if (lines.stream().anyMatch(TextLine::broken)) {
      throw new RecordException(Reading.Code.NOT_UTF8, "the paper's text is not UTF-8");
    }
    if (lines.isEmpty()) {
      return "";
    }
    int from = lines.getFirst().from();
    return new String(bytes, from, lines.getLast().to() - from, StandardCharsets.UTF_8)
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }

  private static TextLine line(byte[] bytes, int from, int to) {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    boolean broken =
        raw.indexOf('\uFFFD') >= 0
            && !Arrays.equals(
                raw.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to));
    return new TextLine(from, to, raw, Text.strip(raw), broken);
  }
}
