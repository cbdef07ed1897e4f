package io.paperflow.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3), the {@code RateLimit} field of the IETF
 * draft as Hugging Face sends it, and {@code [X-]RateLimit-Remaining} and {@code -Reset} as GitHub,
 * GitLab and Software Heritage send them. Dates are read by the server's own clock when it tells
 * it. What cannot be read is ignored. Pure.
 */
final class RateHeaders {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** A number above is a moment, not a span: 2001-09-09 in Unix seconds. */
  private static final long MOMENTS = 1_000_000_000L;

  /** What is told in whole seconds may be up to one more. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofDays(1);

  private RateHeaders() {}

  static Optional<Duration> retryAfter(Headers headers, Instant now) {
    return headers
        .first("Retry-After")
        .map(String::strip)
        .flatMap(
            value ->
                NUMBER.matcher(value).matches()
                    ? Optional.of(span(Long.parseLong(value)))
                    : date(value).map(date -> until(date, headers, now)));
  }

  static List<RateLimit> limits(Headers headers, Instant now) {
    List<RateLimit> limits = new ArrayList<>();
    for (String value : headers.all("RateLimit")) {
      for (String item : value.split(",", -1)) {
        item(item.split(";", -1)).ifPresent(limits::add);
      }
    }
    for (String prefix : List.of("X-RateLimit-", "RateLimit-")) {
      Optional<Long> left = headers.first(prefix + "Remaining").flatMap(RateHeaders::number);
      Optional<Long> reset = headers.first(prefix + "Reset").flatMap(RateHeaders::number);
      if (left.isPresent() && reset.isPresent()) {
        limits.add(
            new RateLimit(
                headers.first(prefix + "Resource").orElse(""),
                count(left.get()),
                reset.get() >= MOMENTS
                    ? until(Instant.ofEpochSecond(reset.get()), headers, now)
                    : span(reset.get())));
      }
    }
    return limits;
  }

  /** {@code "api";r=489;t=55}: the resource, and its parameters in any order. */
  private static Optional<RateLimit> item(String[] parts) {
    Optional<Long> left = parameter(parts, "r=");
    Optional<Long> reset = parameter(parts, "t=");
    return left.isEmpty() || reset.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RateLimit(
                parts[0].strip().replace("\"", ""), count(left.get()), span(reset.get())));
  }

  private static Optional<Long> parameter(String[] parts, String name) {
    return Arrays.stream(parts)
        .skip(1)
        .map(String::strip)
        .filter(part -> part.startsWith(name))
        .findFirst()
        .flatMap(part -> number(part.substring(name.length())));
  }

  private static int count(long left) {
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private static Optional<Long> number(String value) {
    String stripped = value.strip();
    return NUMBER.matcher(stripped).matches()
        ? Optional.of(Long.parseLong(stripped))
        : Optional.empty();
  }

  private static Duration span(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())).plus(ROUNDING);
  }

  /** By the clock of the server, which may differ from this one. */
  private static Duration until(Instant moment, Headers headers, Instant now) {
    Instant serverNow = headers.first("Date").flatMap(RateHeaders::date).orElse(now);
    long seconds = Math.max(0, moment.getEpochSecond() - serverNow.getEpochSecond());
    return span(seconds);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
