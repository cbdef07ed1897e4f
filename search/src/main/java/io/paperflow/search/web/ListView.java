package io.paperflow.search.web;

import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.query.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The heading and the neighbours of a daily list. Public for the templates.
 *
 * @param title what it is a list of
 * @param unit {@code DAY}, {@code WEEK} or {@code MONTH}
 * @param previous address of the list before it, as the others are addresses of lists
 */
public record ListView(
    String title,
    String unit,
    String previous,
    String next,
    String day,
    String week,
    String month) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  static ListView of(Period period) {
    return new ListView(
        title(period),
        period.unit().name(),
        address(period.previous()),
        address(period.next()),
        address(period.as(Period.Unit.DAY)),
        address(period.as(Period.Unit.WEEK)),
        address(period.as(Period.Unit.MONTH)));
  }

  private static String title(Period period) {
    return switch (period.unit()) {
      case DAY -> Words.day(period.first());
      case WEEK -> Words.day(period.first()) + " – " + Words.day(period.last());
      case MONTH -> MONTH.format(period.first());
    };
  }

  private static String address(Period period) {
    return "/daily/" + period.name();
  }
}
