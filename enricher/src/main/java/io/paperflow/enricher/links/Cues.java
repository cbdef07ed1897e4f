package io.paperflow.enricher.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases and what they say about a link that follows, from a data file. Immutable. */
final class Cues {

  private record Cue(List<String> words, String effect) {

    boolean endsAt(List<String> tokens, int last) {
      int first = last - words.size() + 1;
      return first >= 0 && tokens.subList(first, last + 1).equals(words);
    }
  }

  /**
   * A phrase that was met.
   *
   * @param effect what it says
   * @param first index of its first word
   */
  record Match(String effect, int first) {

    static final Match NONE = new Match("", -1);
  }

  private final Map<String, List<Cue>> byLastWord = new HashMap<>();

  private Cues(List<List<String>> rows) {
    rows.stream()
        .map(row -> new Cue(Tables.words(row.get(1)), row.get(0)))
        .sorted(Comparator.comparingInt((Cue cue) -> cue.words.size()).reversed())
        .forEach(
            cue ->
                byLastWord.computeIfAbsent(cue.words.getLast(), _ -> new ArrayList<>()).add(cue));
  }

  static Cues load(String name) {
    return new Cues(Tables.rows(name));
  }

  /** The longest phrase whose last word is at an index. */
  Match endingAt(List<String> tokens, int last) {
    for (Cue cue : byLastWord.getOrDefault(tokens.get(last), List.of())) {
      if (cue.endsAt(tokens, last)) {
        return new Match(cue.effect, last - cue.words.size() + 1);
      }
    }
    return Match.NONE;
  }
}
