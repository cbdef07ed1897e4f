package io.paperflow.enricher.links;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases and what they say about a link that follows, from a data file. Immutable. */
final class Cues {

  private record Cue(List<String> words, String effect) {

    boolean endsAt(List<String> tokens, int last) {
      int first = last - words.size() + 1;
      return first >= 0 && tokens.subList(first, last + 1).equals(words);
    }
  }

  private final Map<String, List<Cue>> byLastWord = new HashMap<>();

  private Cues(List<List<String>> rows) {
    rows.stream()
        .map(row -> new Cue(Tables.words(row.get(1)), row.get(0)))
        .sorted(Comparator.comparingInt((Cue cue) -> cue.words.size()).reversed())
        .forEach(
            cue ->
                byLastWord
                    .computeIfAbsent(cue.words.getLast(), _ -> new java.util.ArrayList<>())
                    .add(cue));
  }

  static Cues load(String name) {
    return new Cues(Tables.rows(name));
  }

  /** What the longest phrase says whose last word is at an index. */
  Optional<String> endingAt(List<String> tokens, int last) {
    return byLastWord.getOrDefault(tokens.get(last), List.of()).stream()
        .filter(cue -> cue.endsAt(tokens, last))
        .map(Cue::effect)
        .findFirst();
  }
}
