package io.paperflow.bench.papers;

import java.util.random.RandomGenerator;

/** Sentences and titles of a vocabulary. Immutable. */
final class Prose {

  private static final int SHORTEST_SENTENCE = 12;
  private static final int LONGEST_SENTENCE = 30;
  private static final double COMMAS = 0.08;

  private final Vocabulary vocabulary;

  Prose(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Capitalised words without an end mark, of at least so many characters and a word more. */
  String title(int length, RandomGenerator random) {
    StringBuilder title = new StringBuilder();
    while (title.length() < length) {
      int from = title.length();
      title.append(from == 0 ? "" : " ").append(vocabulary.word(random));
      capitalise(title, from == 0 ? 0 : from + 1);
    }
    return title.toString();
  }

  /** Sentences of at least so many characters together, and a word more. */
  String sentences(int length, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.isEmpty() ? "" : " ");
      sentence(text, length, random);
    }
    return text.toString();
  }

  private void sentence(StringBuilder text, int length, RandomGenerator random) {
    int words = random.nextInt(SHORTEST_SENTENCE, LONGEST_SENTENCE);
    int from = text.length();
    text.append(vocabulary.word(random));
    capitalise(text, from);
    for (int i = 1; i < words && text.length() < length; i++) {
      text.append(random.nextDouble() < COMMAS ? ", " : " ").append(vocabulary.word(random));
    }
    text.append('.');
  }

  private static void capitalise(StringBuilder text, int at) {
    text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
  }
}
