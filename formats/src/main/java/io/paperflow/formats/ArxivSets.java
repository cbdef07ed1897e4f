package io.paperflow.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * The sets of arXiv's OAI-PMH interface that a record is in, which are {@code
 * group:archive:CATEGORY} since 2025 and were {@code group:archive} before.
 */
final class ArxivSets {

  private final List<String> sets = new ArrayList<>();

  /** Adds a set such as {@code cs:cs:LG}, {@code physics:hep-th} or {@code math}. */
  void add(String set) {
    sets.add(Text.strip(set));
  }

  /** The categories, or the archives where only these are known. */
  List<String> categories() {
    return sets.stream()
        .map(ArxivSets::category)
        .filter(category -> !category.isEmpty())
        .distinct()
        .toList();
  }

  private static String category(String set) {
    String[] parts = set.split(":", -1);
    String last = parts[parts.length - 1];
    return parts.length < 3 ? last : parts[parts.length - 2] + '.' + last;
  }
}
