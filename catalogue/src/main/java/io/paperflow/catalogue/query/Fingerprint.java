package io.paperflow.catalogue.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Eight bytes which stand for a search: the head of a SHA-256 over all that defines it. */
final class Fingerprint {

  private Fingerprint() {}

  static long of(String text, Filters filters, Order order) {
    String definition =
        Stream.of(
                text,
                filters.source(),
                filters.category(),
                filters.hasCode(),
                filters.from(),
                filters.to(),
                filters.language(),
                filters.license(),
                filters.minStars(),
                order)
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    return ByteBuffer.wrap(sha256(definition.getBytes(UTF_8))).getLong();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
