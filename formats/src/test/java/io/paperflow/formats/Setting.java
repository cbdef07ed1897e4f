package io.paperflow.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sets papers as text, in the ways that text dumps of the page are seen to have. */
final class Setting {

  /** A paper to be set. */
  record Paper(String title, String text) {}

  private final Layout layout;
  private final RandomGenerator random;
  private String header = "";
  private boolean marks;
  private int titleWidth = Integer.MAX_VALUE;
  private int textWidth = Integer.MAX_VALUE;
  private boolean twoParagraphs;
  private String lineEnd = "\n";
  private String tail = "";
  private final List<Paper> expected = new ArrayList<>();

  Setting(Layout layout, RandomGenerator random) {
    this.layout = layout;
    this.random = random;
  }

  /** Begins with what the page says before its list. */
  Setting header() {
    header =
        layout == Layout.PARAGRAPHS
            ? "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"
                + "byAK and the research community\n\nMar 13\n\n"
            : "Get trending papers in your email inbox once a day!\n"
                + "Get trending papers in your email inbox!\nSubscribe";
    return this;
  }

  /** Adds votes before titles, and authors, dates and comments after abstracts. */
  Setting marks() {
    marks = true;
    return this;
  }

  Setting brokenTitles(int width) {
    titleWidth = width;
    return this;
  }

  Setting brokenAbstracts(int width) {
    textWidth = width;
    return this;
  }

  Setting abstractsOfTwoParagraphs() {
    twoParagraphs = true;
    return this;
  }

  Setting windowsLineEnds() {
    lineEnd = "\r\n";
    return this;
  }

  Setting blankTail() {
    tail = "\n   \n\u00a0\n \t \n\n";
    return this;
  }

  /** The papers with the abstracts as they were set. */
  List<Paper> expected() {
    return expected;
  }

  byte[] set(List<Paper> papers) {
    var page = new StringBuilder(header);
    String gap = layout == Layout.PARAGRAPHS ? "\n\n" : "\n";
    for (Paper paper : papers) {
      String text = text(paper.text());
      expected.add(new Paper(paper.title(), text));
      if (marks) {
        page.append(random.nextInt(3) == 0 ? "-" : "" + random.nextInt(2000)).append(gap);
      }
      page.append(broken(paper.title(), titleWidth, "  ")).append(gap).append(text).append(gap);
      if (marks) {
        page.append(byline()).append(gap);
      }
    }
    return Documents.utf8((page.toString().stripTrailing() + tail).replace("\n", lineEnd));
  }

  private String byline() {
    String who = random.nextInt(4) == 0 ? "Example Lab" : random.nextInt(1, 30) + " authors";
    String when = random.nextBoolean() ? "Jun 29" : "Mar 8, 2024";
    String comments = random.nextBoolean() ? "\n" + random.nextInt(1, 20) : "";
    return who + "\n·\n" + when + comments;
  }

  private String text(String text) {
    if (!twoParagraphs) {
      return broken(text, textWidth, "");
    }
    int middle = text.indexOf(". ", text.length() / 2) + 1;
    return middle == 0 ? text : text.substring(0, middle) + "\n\n" + text.substring(middle + 1);
  }

  private static String broken(String text, int width, String indentation) {
    var lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        lines.append('\n').append(indentation);
        column = indentation.length();
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
