package io.paperflow.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * The sets of arXiv's OAI-PMH interface that a record is in, which are {@code
 * group:archive:CATEGORY} since 2025 and were {@code group:archive} before.
 */
final class ArxivSets {

  private final List<String> categories = new ArrayList<>();

  /** Adds a set such as {@code cs:cs:LG}, {@code physics:hep-th} or {@code math}. */
  void add(String set) {
    String[] parts = Text.strip(set).split(":", -1);
    String category =
        parts.length < 3
            ? parts[parts.length - 1]
            : parts[parts.length - 2] + '.' + parts[parts.length - 1];
    if (!category.isEmpty() && !categories.contains(category)) {
      categories.add(category);
    }
  }

  /** The categories, or the archives where only these are known. */
  List<String> categories() {
    return List.copyOf(categories);
  }
}
