package io.paperflow.bench.papers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invents words that look and inflect like English ones. */
final class WordMaker {

  private static final List<String> ONSETS =
      List.of(
          "b", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "g", "gr", "h", "l", "m", "n",
          "p", "pl", "pr", "qu", "r", "s", "sh", "sk", "sl", "sp", "st", "str", "t", "th", "tr",
          "v", "w", "");
  private static final List<String> VOWELS =
      List.of("a", "e", "i", "o", "u", "ai", "ea", "ee", "oa", "ou", "io");
  private static final List<String> CODAS =
      List.of("", "", "", "l", "m", "n", "nd", "nt", "r", "rm", "s", "st", "t", "ck", "p");
  private static final List<String> ENDINGS =
      List.of(
          "", "", "", "s", "s", "ed", "ing", "ation", "al", "er", "ity", "ly", "ive", "ization");

  private final RandomGenerator random;

  WordMaker(RandomGenerator random) {
    this.random = random;
  }

  /** Different words, the earlier ones shorter, as the frequent words of a language are. */
  List<String> words(int count, int mostSyllables) {
    Set<String> words = LinkedHashSet.newLinkedHashSet(count);
    while (words.size() < count) {
      int longest = 1 + (mostSyllables - 1) * words.size() / count;
      String stem = stem(1 + random.nextInt(longest));
      words.add(stem.length() < 4 ? stem + pick(CODAS) : stem + pick(ENDINGS));
    }
    return List.copyOf(words);
  }

  /** Different names of people. */
  List<String> names(int count) {
    Set<String> names = LinkedHashSet.newLinkedHashSet(count);
    while (names.size() < count) {
      String name = stem(2);
      names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    return List.copyOf(names);
  }

  private String stem(int syllables) {
    StringBuilder stem = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      stem.append(pick(ONSETS)).append(pick(VOWELS)).append(pick(CODAS));
    }
    return stem.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
