package io.paperflow.formats;

import java.util.List;

/**
 * How the lines of a text without blank lines are made.
 *
 * @param width characters at which lines are broken, or 0 when they are not
 * @param wholeAbstracts whether there is about one long line for each short one, as when each
 *     abstract is one line
 * @param fewIndented whether white space at the beginning of a line is unusual
 */
record TextStyle(int width, boolean wholeAbstracts, boolean fewIndented) {

  /** The style of paragraphs, where lines mean nothing. */
  static final TextStyle NONE = new TextStyle(0, false, false);

  private static final int WIDEST = 130;

  /** Broken lines differ in length by the word that did not fit. */
  private static final int SPREAD = 10;

  private static final double BROKEN_SHARE = 0.4;
  private static final int FEWEST = 5;
  private static final int LONG_LINE = 350;
  private static final double LONG_SHARE = 0.33;
  private static final double INDENTED_SHARE = 0.4;

  static TextStyle of(List<List<Passage>> text) {
    List<Passage> passages = text.stream().flatMap(List::stream).toList();
    int[] lengths = passages.stream().mapToInt(passage -> passage.shape().length()).toArray();
    long longer = passages.stream().filter(p -> p.shape().length() > LONG_LINE).count();
    long indented = passages.stream().filter(p -> p.lines().getFirst().isIndented()).count();
    return new TextStyle(
        width(lengths),
        longer >= LONG_SHARE * passages.size(),
        indented <= INDENTED_SHARE * passages.size());
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
