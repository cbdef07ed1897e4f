package io.paperflow.fetcher.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Lower-case hexadecimal SHA-256 of what a document says. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of all bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /**
   * Of the text without what matches the pattern, such as an envelope's time of answer.
   *
   * @param envelope must match in linear time
   */
  public static String without(Pattern envelope, byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return of(envelope.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
