package io.paperflow.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a paper is known by that has no identifier: its title with the first author or the beginning
 * of the abstract. Titles that differ in case, white space or punctuation only are the same, so are
 * names and abstracts. Each part is the 16 hexadecimal digits of 8 bytes of a SHA-256.
 *
 * @param title of the normalised title
 * @param author of the normalised name of the first author
 * @param abstractText of the first normalised characters of the abstract
 */
public record TitleKey(String title, Optional<String> author, Optional<String> abstractText) {

  /** What keys of papers without identifiers begin with. */
  public static final String PREFIX = "title:";

  /**
   * Normalised characters of an abstract that tell papers of one title apart; few, so that later
   * differences do not make two papers of one.
   */
  private static final int ABSTRACT_CHARACTERS = 80;

  /** Holds that many normalised characters of any usual text. */
  private static final int ABSTRACT_BEGINNING = 500;

  private static final int HASH_BYTES = 8;
  private static final char LAST_ASCII = 0x7f;

  /** Of a title, the first author's name and the abstract. */
  public static TitleKey of(
      String title, Optional<String> firstAuthor, Optional<String> abstractText) {
    String name = normalise(title);
    MessageDigest sha256 = sha256();
    return new TitleKey(
        hash(sha256, name.isEmpty() ? title.strip().toLowerCase(Locale.ROOT) : name),
        firstAuthor.map(author -> hash(sha256, "author:" + normalise(author))),
        abstractText.map(text -> hash(sha256, "abstract:" + beginning(text))));
  }

  /**
   * The key of the paper, when nothing else identifies it: {@code title:} and 32 hexadecimal
   * digits, first those of the title, then those of what tells papers of one title apart.
   */
  public String paperKey() {
    return group() + author.or(() -> abstractText).orElseGet(() -> hash(sha256(), ""));
  }

  /** What all papers of this title share: the beginning of {@link #paperKey}. */
  public String group() {
    return PREFIX + title;
  }

  /** The {@link #group} of a paper key that was made of a title. */
  public static String group(String paperKey) {
    return paperKey.substring(0, Math.min(paperKey.length(), PREFIX.length() + 2 * HASH_BYTES));
  }

  /** Letters and digits only, in lower case and Unicode's NFKC. Idempotent. */
  public static String normalise(String text) {
    return normalise(text, Integer.MAX_VALUE);
  }

  private static String beginning(String text) {
    String early =
        normalise(
            text.substring(0, Math.min(text.length(), ABSTRACT_BEGINNING)), ABSTRACT_CHARACTERS);
    return early.codePointCount(0, early.length()) < ABSTRACT_CHARACTERS
        ? normalise(text, ABSTRACT_CHARACTERS)
        : early;
  }

  /** The first so many normalised characters. */
  private static String normalise(String text, int limit) {
    StringBuilder letters = new StringBuilder(Math.min(text.length(), limit));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > LAST_ASCII) {
        // A mark composes with the letter before it, so that letter cannot be kept as it is.
        return composed(text, limit);
      }
      if (letters.length() == limit) {
        break;
      }
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
        letters.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        letters.append((char) (c - 'A' + 'a'));
      }
    }
    return letters.toString();
  }

  private static String composed(String text, int limit) {
    StringBuilder letters = new StringBuilder(Math.min(text.length(), limit));
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(TitleKey::fold)
        .limit(limit)
        .forEach(letters::appendCodePoint);
    // Letters that a left-out character kept apart may compose now.
    return Normalizer.normalize(letters, Normalizer.Form.NFKC);
  }

  /** Lower case without regard to the neighbours, unlike that of a string (Greek's final sigma). */
  private static int fold(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  private static String hash(MessageDigest sha256, String content) {
    byte[] hash = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
