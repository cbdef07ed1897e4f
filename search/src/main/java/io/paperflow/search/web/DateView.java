package io.paperflow.search.web;

import io.paperflow.search.paper.DailyListing;
import io.paperflow.search.paper.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * The day a paper is known by. Public for the templates.
 *
 * @param label what happened then
 * @param text for people
 * @param iso for machines
 */
public record DateView(String label, String text, String iso) {

  private static final DateView NONE = new DateView("", "", "");

  /** When it was published, else listed, else first seen here. */
  static DateView of(Paper paper) {
    return paper
        .published()
        .map(Words::date)
        .map(named("published"))
        .or(() -> paper.daily().flatMap(DailyListing::date).map(named("listed")))
        .or(() -> paper.firstSeen().map(Words::date).map(named("first seen")))
        .orElse(NONE);
  }

  static Optional<DateView> of(String label, Optional<Instant> instant) {
    return instant.map(time -> new DateView(label, Words.minute(time), time.toString()));
  }

  private static Function<LocalDate, DateView> named(String label) {
    return date -> new DateView(label, Words.day(date), date.toString());
  }
}
