package io.paperflow.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands between two marks of a text dump: usually one paper, without marks many. */
final class PageEntry {

  final int from;
  final OptionalInt votes;

  /** The lines between blank lines. */
  private final List<List<TextLine>> blocks = new ArrayList<>();

  OptionalInt comments = OptionalInt.empty();
  Optional<LocalDate> date = Optional.empty();

  /** Authors or a date were seen, so that no more text belongs to it. */
  boolean closed;

  PageEntry(int from, OptionalInt votes) {
    this.from = from;
    this.votes = votes;
  }

  void add(TextLine line, boolean afterBlank) {
    if (afterBlank || blocks.isEmpty()) {
      blocks.add(new ArrayList<>());
    }
    blocks.getLast().add(line);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  boolean isMarked() {
    return closed || votes.isPresent();
  }

  List<Passage> passages(Layout layout) {
    return IntStream.range(0, blocks.size()).boxed().flatMap(i -> passages(layout, i)).toList();
  }

  private Stream<Passage> passages(Layout layout, int i) {
    List<TextLine> block = blocks.get(i);
    return switch (layout) {
      case PARAGRAPHS -> Stream.of(Passage.of(block, i > 0));
      case ALTERNATING ->
          IntStream.range(0, block.size())
              .mapToObj(k -> Passage.of(List.of(block.get(k)), i > 0 && k == 0));
    };
  }
}
