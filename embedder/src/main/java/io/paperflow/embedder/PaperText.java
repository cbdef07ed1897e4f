package io.paperflow.embedder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.schemas.PaperRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a source says a paper is about.
 *
 * @param paper the paper's key
 * @param text its title and abstract
 */
record PaperText(String paper, String text) {

  private static final int HASH_BYTES = 12;

  /** Empty when the source does not even give a title. */
  static Optional<PaperText> of(PaperRecord paper) {
    String title = paper.getTitle().strip();
    return title.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PaperText(
                paper.getPaperKey(),
                paper.getAbstract$().map(text -> title + ". " + text).orElse(title)));
  }

  /** The same for the same text of the same paper, whoever says it and how often. */
  String id() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return paper + "|" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
