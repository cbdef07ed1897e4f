package io.paperflow.enricher.links;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of {@code words.tsv}. Immutable. */
final class Lexicon {

  private final Map<String, Set<String>> lists;

  private Lexicon(Map<String, Set<String>> lists) {
    this.lists = lists;
  }

  static Lexicon load() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (List<String> row : Tables.rows("words.tsv")) {
      lists.computeIfAbsent(row.get(0), _ -> new HashSet<>()).addAll(Tables.words(row.get(1)));
    }
    lists.replaceAll((_, words) -> Set.copyOf(words));
    return new Lexicon(Map.copyOf(lists));
  }

  /** The words of two lists. */
  Set<String> lists(String one, String other) {
    Set<String> words = new HashSet<>(list(one));
    words.addAll(list(other));
    return Set.copyOf(words);
  }

  /** The words of a list, in lower case. */
  Set<String> list(String name) {
    Set<String> words = lists.get(name);
    if (words == null) {
      throw new IllegalArgumentException("words.tsv has no list " + name);
    }
    return words;
  }
}
