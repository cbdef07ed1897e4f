package io.paperflow.formats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which paper a record speaks of: the arXiv id, else the DOI, else the OpenReview id, else the
 * title with the first author or the beginning of the abstract.
 */
public final class PaperIdentity {

  /**
   * Normalised characters of an abstract that tell papers of one title apart; few, so that later
   * differences do not make two papers of one.
   */
  private static final int ABSTRACT_CHARACTERS = 80;

  private static final int HASH_BYTES = 16;

  private PaperIdentity() {}

  /** {@code arxiv:2401.12345}. */
  public static String ofArxiv(ArxivId id) {
    return "arxiv:" + id.id();
  }

  /** {@code doi:10.…}, or the arXiv key of a DOI that arXiv gave. */
  public static String ofDoi(String normalisedDoi) {
    return ArxivId.parse(normalisedDoi)
        .map(PaperIdentity::ofArxiv)
        .orElseGet(() -> "doi:" + normalisedDoi);
  }

  /** {@code openreview:…}. */
  public static String ofOpenReview(String forumId) {
    return "openreview:" + forumId;
  }

  /**
   * {@code title:} and 32 hexadecimal digits. The same for titles that differ in case, white space
   * or punctuation only.
   */
  public static String ofTitle(
      String title, Optional<String> firstAuthor, Optional<String> abstractText) {
    String name = normalise(title);
    String other =
        firstAuthor
            .map(author -> "author:" + normalise(author))
            .or(() -> abstractText.map(text -> "abstract:" + normalise(text, ABSTRACT_CHARACTERS)))
            .orElse("");
    String content = (name.isEmpty() ? Text.oneLine(Text.lower(title)) : name) + '\n' + other;
    byte[] hash = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
    return "title:" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  /** Letters and digits only, in lower case and Unicode's NFKC. Idempotent. */
  public static String normalise(String text) {
    return normalise(text, Integer.MAX_VALUE);
  }

  /** The first so many normalised characters. */
  private static String normalise(String text, int limit) {
    var letters = new StringBuilder(Math.min(text.length(), limit));
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(PaperIdentity::fold)
        .limit(limit)
        .forEach(letters::appendCodePoint);
    // Letters that a left-out character kept apart may compose now.
    return Normalizer.normalize(letters, Normalizer.Form.NFKC);
  }

  /** Lower case without regard to the neighbours, unlike that of a string (Greek's final sigma). */
  private static int fold(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
