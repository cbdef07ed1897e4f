package io.paperflow.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The papers of a text dump of the Daily Papers page. Its marks say where papers begin and end
 * ({@link PageEntries}); what lies between two marks is divided by its look ({@link Segmentation}).
 */
final class DailyPage {

  /**
   * A paper of the page.
   *
   * @param from position of its first byte
   * @param title its lines, none when the text begins within a paper
   * @param prose the lines of its abstract
   */
  record Listed(
      int from,
      List<TextLine> title,
      List<TextLine> prose,
      OptionalInt votes,
      OptionalInt comments,
      Optional<LocalDate> date) {}

  private static final int WIDEST_PAGE = 130;
  private static final double USUAL_LINE = 0.9;

  private final List<Listed> papers = new ArrayList<>();
  private int lines;
  private double cost;

  private DailyPage() {}

  /**
   * Reads a range of bytes.
   *
   * @param mayBeginWithin whether the range may begin within a paper
   */
  static DailyPage of(byte[] bytes, int from, int to, Layout layout, boolean mayBeginWithin) {
    List<PageEntry> entries = PageEntries.of(Furniture.mark(TextLine.of(bytes, from, to)), layout);
    long marked = entries.stream().filter(PageEntry::isMarked).count();
    var costs = new RoleCosts(layout, width(entries), 2 * marked >= entries.size() && marked > 0);
    var page = new DailyPage();
    for (PageEntry entry : entries) {
      boolean within = mayBeginWithin && page.lines == 0 && entry.votes.isEmpty();
      page.add(entry, new Segmentation(entry.lines, costs, within));
    }
    return page;
  }

  /**
   * The width at which lines are broken: most are shorter, hardly one is longer. 0 if there is
   * none.
   */
  private static int width(List<PageEntry> entries) {
    int[] lengths =
        entries.stream()
            .flatMap(entry -> entry.lines.stream())
            .mapToInt(line -> line.shape().length())
            .sorted()
            .toArray();
    int width = lengths.length == 0 ? 0 : lengths[(int) (USUAL_LINE * (lengths.length - 1))];
    return width <= WIDEST_PAGE ? width : 0;
  }

  private void add(PageEntry entry, Segmentation segmentation) {
    List<Segmentation.Paper> found = segmentation.papers();
    for (int i = 0; i < found.size(); i++) {
      Segmentation.Paper paper = found.get(i);
      boolean first = i == 0;
      boolean last = i == found.size() - 1;
      papers.add(
          new Listed(
              first ? entry.from : paper.title().getFirst().from(),
              paper.title(),
              paper.prose(),
              first ? entry.votes : OptionalInt.empty(),
              last ? entry.comments : OptionalInt.empty(),
              last ? entry.date : Optional.empty()));
    }
    lines += entry.lines.size();
    cost += segmentation.cost();
  }

  List<Listed> papers() {
    return papers;
  }

  /** How badly the text fits the layout: costs a line, 0 at best. */
  double misfit() {
    return lines == 0 ? 0 : cost / lines;
  }
}
