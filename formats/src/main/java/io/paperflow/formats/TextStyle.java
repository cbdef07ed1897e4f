package io.paperflow.formats;

import java.util.List;

/**
 * How the lines of a text without blank lines are made.
 *
 * @param width characters at which lines are broken, or 0 when they are not
 * @param wholeAbstracts whether there is about one long line for each short one, as when each
 *     abstract is one line
 */
record TextStyle(int width, boolean wholeAbstracts) {

  /** The style of paragraphs, where lines mean nothing. */
  static final TextStyle NONE = new TextStyle(0, false);

  private static final int WIDEST = 130;

  /** Broken lines differ in length by the word that did not fit. */
  private static final int SPREAD = 10;

  private static final double BROKEN_SHARE = 0.4;
  private static final int FEWEST = 5;
  private static final int LONG_LINE = 350;
  private static final double LONG_SHARE = 0.33;

  static TextStyle of(List<List<Passage>> text) {
    int[] lengths = text.stream().flatMap(List::stream).mapToInt(p -> p.shape().length()).toArray();
    long longer = 0;
    for (int length : lengths) {
      longer += length > LONG_LINE ? 1 : 0;
    }
    return new TextStyle(width(lengths), longer >= LONG_SHARE * lengths.length);
  }

  private static int width(int[] lengths) {
    int[] lines = new int[WIDEST + 1];
    int all = 0;
    for (int length : lengths) {
      if (length <= WIDEST) {
        lines[length]++;
        all++;
      }
    }
    int width = 0;
    int most = 0;
    int within = 0;
    for (int w = 0; w <= WIDEST; w++) {
      within += lines[w] - (w >= SPREAD ? lines[w - SPREAD] : 0);
      if (within >= most) {
        most = within;
        width = w;
      }
    }
    return most >= FEWEST && most >= BROKEN_SHARE * all ? width : 0;
  }
}
