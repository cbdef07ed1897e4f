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

  private static final double MARKED_SHARE = 0.5;

  private final List<Listed> papers = new ArrayList<>();
  private double cost;

  private DailyPage() {}

  /**
   * Reads a range of bytes.
   *
   * @param mayBeginWithin whether the range may begin within a paper
   */
  static DailyPage of(byte[] bytes, int from, int to, Layout layout, boolean mayBeginWithin) {
    List<PageEntry> entries = PageEntries.of(Furniture.mark(TextLine.of(bytes, from, to)), layout);
    List<List<Passage>> passages = entries.stream().map(e -> e.passages(layout)).toList();
    long marked = entries.stream().filter(PageEntry::isMarked).count();
    var costs =
        new RoleCosts(
            layout,
            layout == Layout.ALTERNATING ? TextStyle.of(passages) : TextStyle.NONE,
            marked > 0 && marked >= MARKED_SHARE * entries.size());
    var page = new DailyPage();
    for (int i = 0; i < entries.size(); i++) {
      PageEntry entry = entries.get(i);
      boolean within = mayBeginWithin && i == 0 && entry.votes.isEmpty();
      page.add(entry, new Segmentation(passages.get(i), costs, within));
    }
    return page;
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
    cost += segmentation.cost();
  }

  List<Listed> papers() {
    return papers;
  }

  /** How badly the text fits the layout: 0 at best, and some units for each unusual thing. */
  double misfit() {
    return cost;
  }
}
