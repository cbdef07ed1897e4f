package io.paperflow.formats;

import io.paperflow.formats.DailyPage.Listed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a text dump of the Daily Papers page, and its layout. */
final class DailyPageHead {

  private static final Pattern MARKUP = Pattern.compile("(?i)\\s*(?:<[!?]|<html|<rss|<feed)");

  /** Without the page's words, most of the text must be papers with texts of these lengths. */
  private static final int SHORT_ABSTRACT = 150;

  private static final int LONG_ABSTRACT = 5_000;
  private static final int SHORT_TITLE = 13;
  private static final int LONG_TITLE = 300;
  private static final int FEWEST = 2;
  private static final double USUAL_SHARE = 0.67;
  private static final double MISFIT = 8;

  private DailyPageHead() {}

  /** The layout that fits the text, if it is such a page. */
  static Optional<Layout> layout(Head head) {
    if (MARKUP.matcher(head.text()).lookingAt() || !head.jsonObjects().isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = head.bytes();
    if (DailyPapersFields.holdsRecords(bytes)) {
      return Optional.empty();
    }
    int from = ByteOrderMark.length(bytes);
    int to = head.isWhole() ? bytes.length : Lines.lastEnd(bytes, from, bytes.length) + 1;
    DailyPage paragraphs = DailyPage.of(bytes, from, to, Layout.PARAGRAPHS, false);
    DailyPage alternating = DailyPage.of(bytes, from, to, Layout.ALTERNATING, false);
    boolean byTurns = alternating.misfit() < paragraphs.misfit();
    boolean saysSo = Furniture.isSure(Furniture.mark(TextLine.of(bytes, from, to)));
    return saysSo || isList(byTurns ? alternating : paragraphs)
        ? Optional.of(byTurns ? Layout.ALTERNATING : Layout.PARAGRAPHS)
        : Optional.empty();
  }

  private static boolean isList(DailyPage page) {
    List<Listed> papers = page.papers();
    long usual = papers.stream().filter(DailyPageHead::isUsual).count();
    return usual >= FEWEST
        && usual >= USUAL_SHARE * papers.size()
        && page.misfit() < MISFIT * papers.size();
  }

  private static boolean isUsual(Listed paper) {
    int prose = characters(paper.prose());
    int title = characters(paper.title());
    return title >= SHORT_TITLE
        && title <= LONG_TITLE
        && prose >= SHORT_ABSTRACT
        && prose <= LONG_ABSTRACT
        && isFinished(Shape.of(paper.prose().getLast().text()));
  }

  private static boolean isFinished(Shape end) {
    return end.end() != Shape.End.OTHER || end.link();
  }

  private static int characters(List<TextLine> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }
}
