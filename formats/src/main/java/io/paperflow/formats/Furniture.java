package io.paperflow.formats;

import io.paperflow.formats.PageLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Daily Papers page says around its list: navigation, the mailing banner, headings, the
 * date, the footer. Found by its words; text dumps hold any part of it, in any order, and glue the
 * last word to what follows.
 */
final class Furniture {

  private static final String BANNER = "Get trending papers in your email inbox(?: once a day)?!";
  private static final String COMMUNITY = "by\\s*AK and the research community";

  /** What stands nowhere else. */
  private static final Pattern SURE =
      Pattern.compile(BANNER + "|Subscribe|" + COMMUNITY + "|and the research community");

  /** What may also stand elsewhere. */
  private static final Pattern LIKELY =
      Pattern.compile(
          "new|by|AK|(?:Daily|Trending) Papers|(?:Daily Papers - )?Hugging Face|Daily|Weekly|Monthly"
              + "|Models|Datasets|Spaces|Posts|Buckets(?: new)?|Docs|Enterprise|Pricing|Community"
              + "|Website|Log In|Sign Up|Submit|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? "
              + ListedDate.PATTERN
              + "|"
              + ListedDate.PATTERN);

  private static final Pattern FOOTER =
      Pattern.compile(
          "Previous|Next|System theme|Company|TOS|Privacy|About|Careers|Jobs|Website|Models"
              + "|Datasets|Spaces|Pricing|Docs|© Hugging Face");

  /** Glued to what follows; {@code Subscriber} and {@code Subscribed} are words of their own. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?:"
              + BANNER
              + "|Subscribe(?!(?:rs?|d)\\b)|Daily Papers(?=by)|"
              + COMMUNITY
              + ")(?=\\S)");

  /** A search term or a picture's name may stand in the header. */
  private static final int STRANGERS = 3;

  private static final int STRANGER_LENGTH = 80;
  private static final int HEADER_LINES = 120;

  private final List<PageLine> lines = new ArrayList<>();

  private Furniture() {}

  /** The lines with their kinds, glued ones taken apart. */
  static List<PageLine> mark(List<TextLine> lines) {
    var furniture = new Furniture();
    lines.forEach(furniture::add);
    furniture.markAround();
    furniture.markBeginning();
    furniture.markEnd();
    return furniture.lines;
  }

  /** Whether there is something that only the Daily Papers page says. */
  static boolean isSure(List<PageLine> lines) {
    return lines.stream().anyMatch(line -> line.is(Kind.FURNITURE) && is(SURE, line));
  }

  private void add(TextLine line) {
    TextLine rest = line;
    Matcher glued = GLUED.matcher(rest.text());
    while (glued.lookingAt() && followsFurniture()) {
      TextLine next = rest.without(glued.end());
      String word = glued.group();
      lines.add(
          new PageLine(new TextLine(rest.from(), next.from(), word, word, false), Kind.FURNITURE));
      rest = next;
      glued = GLUED.matcher(rest.text());
    }
    PageLine whole = PageLine.of(rest);
    lines.add(is(SURE, whole) ? whole.as(Kind.FURNITURE) : whole);
  }

  private boolean followsFurniture() {
    for (PageLine line : lines.reversed()) {
      if (!line.is(Kind.BLANK)) {
        return line.is(Kind.FURNITURE) || is(LIKELY, line);
      }
    }
    return true;
  }

  private void markAround() {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).is(Kind.FURNITURE)) {
        markLikely(i, -1);
        markLikely(i, 1);
        markStrangers(i);
      }
    }
  }

  private void markLikely(int from, int step) {
    for (int i = from + step; i >= 0 && i < lines.size(); i += step) {
      if (is(LIKELY, lines.get(i))) {
        lines.set(i, lines.get(i).as(Kind.FURNITURE));
      } else if (!lines.get(i).is(Kind.BLANK)) {
        return;
      }
    }
  }

  /** Marks up to a few short lines if more of the header follows them. */
  private void markStrangers(int from) {
    int strangers = 0;
    for (int i = from + 1; i < lines.size() && strangers <= STRANGERS; i++) {
      PageLine line = lines.get(i);
      if (line.is(Kind.FURNITURE) || is(LIKELY, line)) {
        mark(from, i + 1);
        return;
      }
      if (!line.is(Kind.BLANK)) {
        if (!isStranger(line)) {
          return;
        }
        strangers++;
      }
    }
  }

  private static boolean isStranger(PageLine line) {
    return line.is(Kind.TEXT)
        && line.text().length() <= STRANGER_LENGTH
        && !line.text().endsWith(".");
  }

  /** Navigation may stand before the first sure line. */
  private void markBeginning() {
    int sure = 0;
    while (sure < lines.size() && (lines.get(sure).is(Kind.BLANK) || isStranger(lines.get(sure)))) {
      sure++;
    }
    if (sure <= HEADER_LINES && sure < lines.size() && lines.get(sure).is(Kind.FURNITURE)) {
      mark(0, sure);
    } else {
      markLikely(-1, 1);
    }
  }

  private void markEnd() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (is(FOOTER, lines.get(i))) {
        lines.set(i, lines.get(i).as(Kind.FURNITURE));
      } else if (!lines.get(i).is(Kind.BLANK)) {
        return;
      }
    }
  }

  private void mark(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!lines.get(i).is(Kind.BLANK)) {
        lines.set(i, lines.get(i).as(Kind.FURNITURE));
      }
    }
  }

  private static boolean is(Pattern words, PageLine line) {
    return line.text().length() <= PageLine.LONGEST_MARK
        && words.matcher(Text.oneLine(line.text())).matches();
  }
}
