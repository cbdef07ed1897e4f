package io.paperflow.formats;

import io.paperflow.formats.PageLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides a text dump at its marks. On the page, a paper's votes stand before its title; its
 * authors or organisation, a dot, a date and, if there are any, the number of comments stand after
 * its abstract.
 */
final class PageEntries {

  private static final int ORGANISATION_LENGTH = 80;
  private static final Pattern DOT = Pattern.compile("[·•]\\s*");
  private static final Pattern DATE = Pattern.compile(ListedDate.PATTERN);

  private final List<PageLine> lines;
  private final boolean hasVotes;
  private final List<PageEntry> entries = new ArrayList<>();
  private @Nullable PageEntry current;
  private boolean afterBlank;

  private PageEntries(List<PageLine> lines) {
    this.lines = lines;
    this.hasVotes = hasVotes();
  }

  static List<PageEntry> of(List<PageLine> marked, Layout layout) {
    var lines = new ArrayList<>(marked);
    if (layout == Layout.PARAGRAPHS) {
      restoreWithinParagraphs(lines);
    }
    var found = new PageEntries(lines);
    for (int i = 0; i < lines.size(); i++) {
      found.add(i);
    }
    return found.entries.stream().filter(entry -> !entry.isEmpty()).toList();
  }

  /** A number or date that fills a line within a paragraph is no mark. */
  private static void restoreWithinParagraphs(List<PageLine> lines) {
    for (int i = 1; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      boolean afterText = lines.get(i - 1).is(Kind.TEXT);
      boolean beforeText = i + 1 < lines.size() && lines.get(i + 1).is(Kind.TEXT);
      boolean number = line.is(Kind.NUMBER) || line.is(Kind.DASH);
      if (afterText && (number || (line.is(Kind.BYLINE) && beforeText))) {
        lines.set(i, line.as(Kind.TEXT));
      }
    }
  }

  private boolean hasVotes() {
    PageLine last = null;
    for (PageLine line : lines) {
      if (line.is(Kind.DASH)) {
        return true;
      }
      if (line.is(Kind.NUMBER) && (last == null || last.is(Kind.NUMBER))) {
        return true;
      }
      if (!line.is(Kind.BLANK) && !line.is(Kind.FURNITURE)) {
        last = line;
      }
    }
    return false;
  }

  private void add(int i) {
    PageLine line = lines.get(i);
    switch (line.kind()) {
      case BLANK -> {}
      case FURNITURE -> current = null;
      case NUMBER, DASH -> number(i);
      case BYLINE -> byline(line);
      case TEXT -> text(i);
    }
    afterBlank = line.is(Kind.BLANK);
  }

  private void number(int i) {
    PageEntry entry = current;
    OptionalInt number = count(lines.get(i).text());
    if (entry != null && entry.closed && entry.comments.isEmpty() && isComments(i)) {
      entry.comments = number;
    } else {
      begin(lines.get(i), number);
    }
  }

  /** A number after a date counts comments, unless it is the votes of the next paper. */
  private boolean isComments(int i) {
    return switch (next(i)) {
      case NUMBER, DASH -> true;
      case TEXT -> !hasVotes;
      default -> true;
    };
  }

  private void byline(PageLine line) {
    PageEntry entry = current;
    if (entry != null && !entry.isEmpty()) {
      entry.closed = true;
      entry.date = entry.date.or(() -> ListedDate.in(line.text()));
    }
  }

  private void text(int i) {
    PageLine line = lines.get(i);
    PageEntry entry =
        current == null || current.closed ? begin(line, OptionalInt.empty()) : current;
    if (isOrganisation(i, entry)) {
      entry.closed = true;
    } else {
      entry.add(line.line(), afterBlank);
    }
  }

  /** An organisation stands where else the number of authors does: before a dot and a date. */
  private boolean isOrganisation(int i, PageEntry entry) {
    if (entry.isEmpty() || lines.get(i).text().length() > ORGANISATION_LENGTH) {
      return false;
    }
    int dot = nextPlace(i);
    if (dot == lines.size() || !DOT.matcher(lines.get(dot).text()).lookingAt()) {
      return false;
    }
    int date = DOT.matcher(lines.get(dot).text()).matches() ? nextPlace(dot) : dot;
    return date < lines.size() && DATE.matcher(lines.get(date).text()).find();
  }

  private PageEntry begin(PageLine line, OptionalInt votes) {
    var entry = new PageEntry(line.line().from(), votes);
    entries.add(entry);
    current = entry;
    return entry;
  }

  /** The kind of the next line that is not blank; the end of the page counts as furniture. */
  private Kind next(int i) {
    int place = nextPlace(i);
    return place < lines.size() ? lines.get(place).kind() : Kind.FURNITURE;
  }

  private int nextPlace(int i) {
    int place = i + 1;
    while (place < lines.size() && lines.get(place).is(Kind.BLANK)) {
      place++;
    }
    return place;
  }

  /** The number in a line such as {@code 42}, {@code 1,234} or {@code 1.2k}. */
  private static OptionalInt count(String text) {
    String digits = text.replace(",", "");
    if (digits.endsWith("k") || digits.endsWith("K")) {
      double thousands = Double.parseDouble(digits.substring(0, digits.length() - 1));
      return OptionalInt.of((int) Math.round(thousands * 1000));
    }
    return Character.isDigit(digits.charAt(0))
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }
}
