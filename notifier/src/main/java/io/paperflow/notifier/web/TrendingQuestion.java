package io.paperflow.notifier.web;

import io.micronaut.http.HttpRequest;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which list is asked for.
 *
 * @param at the present when empty
 */
record TrendingQuestion(Window window, Optional<Instant> at) {

  /** Reads the parameters window and at. */
  static TrendingQuestion of(HttpRequest<?> request) {
    return of(request, parameter(request, "window").orElse(Window.DAY.label()));
  }

  static TrendingQuestion of(HttpRequest<?> request, String window) {
    return new TrendingQuestion(
        Window.named(window)
            .orElseThrow(() -> new InvalidSearchException("window: must be day, week or month")),
        parameter(request, "at").map(TrendingQuestion::moment));
  }

  private static Optional<String> parameter(HttpRequest<?> request, String name) {
    return request.getParameters().getFirst(name).filter(value -> !value.isBlank());
  }

  /** A day counts as its end. */
  private static Instant moment(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new InvalidSearchException(
          "at: must be a day that has passed or a moment, such as 2026-11-20 or"
              + " 2026-11-20T18:00:00Z");
    }
  }

  /** The parameters behind an address, as they were asked. */
  String parameters() {
    return "?window=" + window.label() + at.map(time -> "&at=" + time).orElse("");
  }
}
