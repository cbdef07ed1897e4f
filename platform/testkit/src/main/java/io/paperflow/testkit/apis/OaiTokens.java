package io.paperflow.testkit.apis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Resumption tokens, which all die at midnight UTC. Thread-safe. */
final class OaiTokens {

  /** Where in the list to go on. */
  static final String SKIP = "skip";

  private record Issued(Map<String, String> arguments, Instant expires) {}

  private final InstantSource clock;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  OaiTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** A token for the rest of a list. */
  String issue(Map<String, String> arguments, int skip) {
    Map<String, String> all = new LinkedHashMap<>(arguments);
    all.put(SKIP, Integer.toString(skip));
    String token =
        URLEncoder.encode(
            all.entrySet().stream()
                .map(a -> a.getKey() + "=" + URLEncoder.encode(a.getValue(), UTF_8))
                .collect(Collectors.joining("&")),
            UTF_8);
    issued.put(token, new Issued(all, midnight()));
    return token;
  }

  /** What a token that lives stands for. */
  Optional<Map<String, String>> redeem(String token) {
    return Optional.ofNullable(issued.get(token))
        .filter(i -> clock.instant().isBefore(i.expires()))
        .map(Issued::arguments);
  }

  /** When the tokens of today die. */
  Instant midnight() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
