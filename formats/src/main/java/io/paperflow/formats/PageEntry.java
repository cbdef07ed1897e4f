package io.paperflow.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands between two marks of a text dump: usually one paper, without marks many. */
final class PageEntry {

  final int from;
  final OptionalInt votes;
  final List<ProseLine> lines = new ArrayList<>();
  OptionalInt comments = OptionalInt.empty();
  Optional<LocalDate> date = Optional.empty();

  /** Authors or a date were seen, so that no more text belongs to it. */
  boolean closed;

  PageEntry(int from, OptionalInt votes) {
    this.from = from;
    this.votes = votes;
  }

  boolean isMarked() {
    return closed || votes.isPresent();
  }
}
