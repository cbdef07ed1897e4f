package io.paperflow.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as sources write them; what is none, or of no paper's age, is missing. */
final class Times {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int DATE_LENGTH = "2026-02-26".length();

  private Times() {}

  /** ISO-8601 with an offset, or a date, which is its first moment in UTC. */
  static Optional<Instant> parse(String text) {
    try {
      return plausible(
          text.length() == DATE_LENGTH
              ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** RFC 1123, as in {@code Mon, 11 Jan 2021 20:31:27 GMT}. */
  static Optional<Instant> parseRfc1123(String text) {
    try {
      return plausible(Rfc1123.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Milliseconds since 1970. */
  static Optional<Instant> ofMillis(long millis) {
    try {
      return plausible(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The time, unless no paper is of that age. */
  static Optional<Instant> plausible(OffsetDateTime time) {
    return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR
        ? Optional.of(time.toInstant())
        : Optional.empty();
  }
}
