package io.paperflow.catalogue.page;

import io.paperflow.catalogue.paper.DailyListing;
import io.paperflow.catalogue.paper.Paper;
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
  public static DateView of(Paper paper) {
    return day("Published", paper.published())
        .or(() -> paper.daily().flatMap(DailyListing::date).map(named("Listed")))
        .or(() -> day("First seen here", paper.firstSeen()))
        .orElse(NONE);
  }

  public static Optional<DateView> day(String label, Optional<Instant> instant) {
    return instant.map(Words::date).map(named(label));
  }

  public static Optional<DateView> minute(String label, Optional<Instant> instant) {
    return instant.map(time -> new DateView(label, Words.minute(time), time.toString()));
  }

  private static Function<LocalDate, DateView> named(String label) {
    return date -> new DateView(label, Words.day(date), date.toString());
  }
}
