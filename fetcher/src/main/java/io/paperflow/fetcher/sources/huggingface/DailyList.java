package io.paperflow.fetcher.sources.huggingface;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Optional;

/** A list of daily papers. Its text is stable: it stands in cursors. */
sealed interface DailyList {

  /** The papers of a day. */
  record Day(LocalDate day) implements DailyList {
    @Override
    public String toString() {
      return day.toString();
    }
  }

  /** The papers of an ISO week. */
  record Week(LocalDate monday) implements DailyList {
    static Week of(LocalDate day) {
      return new Week(day.with(DayOfWeek.MONDAY));
    }

    /** The Monday after the week. */
    LocalDate next() {
      return monday.plusWeeks(1);
    }

    @Override
    public String toString() {
      return "%04d-W%02d"
          .formatted(
              monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  }

  /** The papers of a month. */
  record Month(YearMonth month) implements DailyList {
    @Override
    public String toString() {
      return month.toString();
    }
  }

  /** What many look at now, whatever its day. */
  record Trending() implements DailyList {
    @Override
    public String toString() {
      return "trending";
    }
  }

  /**
   * Its parameters of the API. In the order of votes, a paper could go from one page to another
   * while they are read.
   */
  default Map<String, String> parameters() {
    return switch (this) {
      case Day day -> Map.of("date", day.toString(), "sort", "publishedAt");
      case Week week -> Map.of("week", week.toString(), "sort", "publishedAt");
      case Month month -> Map.of("month", month.toString(), "sort", "publishedAt");
      case Trending _ -> Map.of("sort", "trending");
    };
  }

  /** The path of its page. */
  default String page() {
    return switch (this) {
      case Day day -> "papers/date/" + day;
      case Week week -> "papers/week/" + week;
      case Month month -> "papers/month/" + month;
      case Trending _ -> "papers/trending";
    };
  }

  /** The list of this text. */
  static Optional<DailyList> parse(String text) {
    try {
      return switch (text.length()) {
        case 10 -> Optional.of(new Day(LocalDate.parse(text)));
        case 7 -> Optional.of(new Month(YearMonth.parse(text)));
        default -> week(text);
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<DailyList> week(String text) {
    return text.equals("trending")
        ? Optional.of(new Trending())
        : Optional.of(new Week(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
  }
}
