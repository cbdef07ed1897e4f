package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200, '', '', FINE",
    "206, '', '', FINE",
    "301, '', '', FINE",
    "304, '', '', FINE",
    "400, '', '', FINE",
    "401, '', '', FINE",
    "403, '', '', FINE",
    "403, 'repository is blocked', '', FINE",
    "403, 'You have exceeded a secondary Rate Limit', '', ASKED_FOR_LESS",
    "403, '', 'Retry-After=60', ASKED_FOR_LESS",
    "403, '', 'X-RateLimit-Remaining=0;X-RateLimit-Reset=60', ASKED_FOR_LESS",
    "403, '', 'X-RateLimit-Remaining=7;X-RateLimit-Reset=60', FINE",
    "404, '', '', FINE",
    "408, '', '', TROUBLE",
    "410, '', '', FINE",
    "425, '', '', TROUBLE",
    "429, '', '', ASKED_FOR_LESS",
    "451, '', '', FINE",
    "500, '', '', TROUBLE",
    "501, '', '', FINE",
    "502, '', '', TROUBLE",
    "503, '', '', TROUBLE",
    "503, '', 'Retry-After=60', ASKED_FOR_LESS",
    "504, '', '', TROUBLE",
    "505, '', '', FINE",
    "520, '', '', TROUBLE",
  })
  void everyStatusHasItsVerdict(int status, String beginning, String fields, Verdict verdict) {
    assertEquals(verdict, StatusRules.signals(status, headers(fields), beginning, NOW).verdict());
  }

  @ParameterizedTest
  @CsvSource({
    // A second is added for what is rounded to whole seconds.
    "'Retry-After=120', 121",
    "'retry-after=0', 1",
    "'Retry-After=Sun, 01 Mar 2026 12:02:00 GMT', 121",
    // By the server's own clock, which is an hour late.
    "'Retry-After=Sun, 01 Mar 2026 11:02:00 GMT;Date=Sun, 01 Mar 2026 11:00:00 GMT', 121",
    "'Retry-After=Sun, 01 Mar 2026 11:00:00 GMT', 1",
    "'RateLimit=\"api\"|r=0|t=55', 56",
    "'X-RateLimit-Remaining=0;X-RateLimit-Reset=1772366520', 121",
    "'RateLimit-Remaining=0;RateLimit-Reset=30', 31",
    "'Retry-After=10;RateLimit=\"api\"|r=0|t=55', 11",
    // Nonsense does not silence a host for ever.
    "'Retry-After=999999999999999', 86401",
  })
  void theWaitIsRead(String fields, long seconds) {
    assertEquals(
        Optional.of(Duration.ofSeconds(seconds)),
        StatusRules.signals(429, headers(fields), "", NOW).pause());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'Retry-After=soon'",
    "'Retry-After=-5'",
    "'Retry-After=99999999999999999999999999'",
    "'RateLimit=\"api\"|r=7|t=55'",
    "'RateLimit=api r=0 t=55'",
    "'RateLimit=\"api\"|r=0'",
    "'RateLimit=\"api\"|r=none|t=55'",
    "'X-RateLimit-Remaining=0'",
  })
  void whatCannotBeReadIsIgnored(String fields) {
    assertEquals(Optional.empty(), StatusRules.signals(429, headers(fields), "", NOW).pause());
  }

  @Test
  void whatIsLeftIsReadForEachResource() {
    Headers headers =
        Headers.of(Map.of("ratelimit", "\"api\";r=489;t=55, \"pages\"; r=9; x=1; t=3"));

    assertEquals(
        "[RateLimit[resource=api, left=489, reset=PT56S],"
            + " RateLimit[resource=pages, left=9, reset=PT4S]]",
        RateHeaders.limits(headers, NOW).toString());
  }

  @Test
  void hostileHeadersCostLittle() {
    String endless = "\"a\"" + ";a=b".repeat(100_000) + "\"";

    assertTrue(RateHeaders.limits(Headers.of(Map.of("RateLimit", endless)), NOW).isEmpty());
  }

  /** {@code name=value;name=value}, with {@code |} for a semicolon in a value. */
  private static Headers headers(String fields) {
    return Headers.of(
        Arrays.stream(fields.split(";", -1))
            .filter(field -> !field.isEmpty())
            .map(field -> field.split("=", 2))
            .map(field -> Map.entry(field[0], field[1].replace('|', ';')))
            .toList());
  }
}
