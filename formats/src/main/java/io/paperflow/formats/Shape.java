package io.paperflow.formats;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text tells about its being of a title or of prose; of a long one, its beginning and end.
 *
 * @param length characters
 * @param firstWord characters of the first word
 * @param end how it ends
 * @param capitals share of the longer words, after the first, that begin with a capital; 0 to 1
 * @param innerSentences sentence ends within the line
 * @param beginsLower whether the first word is all lower case
 * @param beginsWithFunctionWord whether the first word is one such as {@code of}
 * @param beginsLikeProse whether the first word is one that begins sentences, hardly titles
 * @param endsOpen whether it ends so that something must follow: a colon, comma, hyphen or function
 *     word
 * @param link whether a web address is in it
 */
record Shape(
    int length,
    int firstWord,
    End end,
    double capitals,
    int innerSentences,
    boolean beginsLower,
    boolean beginsWithFunctionWord,
    boolean beginsLikeProse,
    boolean endsOpen,
    boolean link) {

  enum End {
    FULL_STOP,
    QUESTION_OR_EXCLAMATION,
    OTHER
  }

  private static final Pattern WORD_BREAK = Pattern.compile("\\s+");
  private static final Pattern INNER_SENTENCE =
      Pattern.compile("[\\p{L}\\d)\\]}$]{2}[.?!][\"')\\]]?\\s+[\\p{Lu}\\d$(\"]");
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?://|www\\.|[a-z0-9-]+\\.(?:com|org|net|io)/)");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or",
          "over", "that", "the", "their", "through", "to", "toward", "towards", "under", "using",
          "via", "vs", "when", "with", "without");
  private static final Set<String> SENTENCE_WORDS =
      Set.of(
          "Additionally,",
          "Extensive",
          "Finally,",
          "Furthermore,",
          "Hence,",
          "However,",
          "Moreover,",
          "Notably,",
          "Our",
          "Specifically,",
          "Then,",
          "Therefore,",
          "These",
          "This",
          "Thus,",
          "We");
  private static final int LONG_WORD = 4;
  private static final int BEGINNING = 300;
  private static final int END = 100;

  static Shape of(String text) {
    String sample =
        text.length() > BEGINNING + END
            ? text.substring(0, BEGINNING) + text.substring(text.length() - END)
            : text;
    String[] words = WORD_BREAK.split(sample);
    String last = words[words.length - 1];
    return new Shape(
        text.length(),
        words[0].length(),
        end(text),
        capitals(words),
        (int) INNER_SENTENCE.matcher(sample).results().count(),
        isLower(words[0]),
        FUNCTION_WORDS.contains(words[0]),
        SENTENCE_WORDS.contains(words[0]),
        FUNCTION_WORDS.contains(Text.lower(last)) || last.matches(".*[:,-]"),
        LINK.matcher(sample).find());
  }

  private static double capitals(String[] words) {
    int longer = 0;
    int capital = 0;
    for (int i = 1; i < words.length; i++) {
      if (words[i].length() >= LONG_WORD && Character.isLetter(words[i].charAt(0))) {
        longer++;
        capital += Character.isUpperCase(words[i].charAt(0)) ? 1 : 0;
      }
    }
    return longer == 0 ? 0.5 : (double) capital / longer;
  }

  private static boolean isLower(String word) {
    return word.chars().anyMatch(Character::isLetter)
        && word.chars().noneMatch(Character::isUpperCase);
  }

  /** The end, whatever quotes and brackets close after it. */
  private static End end(String text) {
    int i = text.length() - 1;
    while (i > 0 && "\"')]}$”’*".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return switch (text.charAt(i)) {
      case '.', '…', '。' -> End.FULL_STOP;
      case '?', '!' -> End.QUESTION_OR_EXCLAMATION;
      default -> End.OTHER;
    };
  }
}
