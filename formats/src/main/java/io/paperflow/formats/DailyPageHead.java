package io.paperflow.formats;

import io.paperflow.formats.DailyPage.Listed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a text dump of the Daily Papers page, and its layout. */
final class DailyPageHead {

  private static final Pattern MARKUP = Pattern.compile("(?i)\\s*(?:<[!?]|<html|<rss|<feed)");

  /** Without the page's words, most of the text must be titles with abstracts of this length. */
  private static final int ABSTRACT_CHARACTERS = 200;

  private static final int TITLE_CHARACTERS = 300;
  private static final double USUAL_SHARE = 0.67;
  private static final double MISFIT = 4;

  private DailyPageHead() {}

  /** The layout that fits the text, if it is such a page. */
  static Optional<Layout> layout(Head head) {
    if (MARKUP.matcher(head.text()).lookingAt() || !head.jsonObjects().isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = head.bytes();
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
    return usual > 0
        && usual >= USUAL_SHARE * papers.size()
        && page.misfit() < MISFIT * papers.size();
  }

  private static boolean isUsual(Listed paper) {
    return characters(paper.title()) <= TITLE_CHARACTERS
        && characters(paper.prose()) >= ABSTRACT_CHARACTERS;
  }

  private static int characters(List<TextLine> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }
}
