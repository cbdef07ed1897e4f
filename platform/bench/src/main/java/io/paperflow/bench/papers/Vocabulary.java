package io.paperflow.bench.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Words with the frequencies of natural text: the r-th most frequent has the weight 1/(r+2.7) (Zipf
 * and Mandelbrot). The most frequent are the function words of English, which an analyser removes;
 * the others are invented. Immutable.
 */
final class Vocabulary {

  /** About as many as occur in some hundred thousand abstracts more than once. */
  private static final int SIZE = 50_000;

  private static final double SHIFT = 2.7;
  private static final int MOST_SYLLABLES = 3;

  private static final List<String> FUNCTION_WORDS =
      List.of(
          """
          the of and to a in we is for that on with this by as are our from an be which can it these \
          has at or have show not its using between more than also two both such where their results \
          into when while each all only under but over most other they how first new paper present\
          """
              .split(" "));

  private final List<String> words;
  private final double[] cumulated;

  private Vocabulary(List<String> words) {
    this.words = words;
    this.cumulated = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      sum += 1 / (i + 1 + SHIFT);
      cumulated[i] = sum;
    }
  }

  static Vocabulary invented(WordMaker maker) {
    List<String> words = new ArrayList<>(FUNCTION_WORDS);
    words.addAll(maker.words(SIZE - words.size(), MOST_SYLLABLES));
    return new Vocabulary(List.copyOf(words));
  }

  /** A word, the frequent ones more often. */
  String word(RandomGenerator random) {
    int found =
        Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return words.get(Math.min(found < 0 ? -found - 1 : found, words.size() - 1));
  }
}
