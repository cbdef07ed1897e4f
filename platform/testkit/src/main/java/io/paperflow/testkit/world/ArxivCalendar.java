package io.paperflow.testkit.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When arXiv shows what was submitted: batches on the evenings of Sunday to Thursday, US Eastern
 * time (https://info.arxiv.org/help/availability.html). A batch is named by its Eastern day.
 */
public final class ArxivCalendar {

  /** Where arXiv's days begin. */
  public static final ZoneId EASTERN = ZoneId.of("America/New_York");

  private static final LocalTime DEADLINE = LocalTime.of(14, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  /** OAI-PMH follows the announcement. */
  private static final Duration HARVEST_DELAY = Duration.ofMinutes(150);

  private ArxivCalendar() {}

  /** The batch that a submission belongs to. */
  public static LocalDate batch(Instant submitted) {
    ZonedDateTime eastern = submitted.atZone(EASTERN);
    LocalDate day = eastern.toLocalDate();
    if (!eastern.toLocalTime().isBefore(DEADLINE)) {
      day = day.plusDays(1);
    }
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.plusDays(1);
    }
    return day.getDayOfWeek() == DayOfWeek.FRIDAY ? day.plusDays(2) : day;
  }

  /** The batch after a batch. */
  public static LocalDate next(LocalDate batch) {
    return batch.getDayOfWeek() == DayOfWeek.THURSDAY ? batch.plusDays(3) : batch.plusDays(1);
  }

  /** When the abstract pages and the query API show a batch. */
  public static Instant announced(LocalDate batch) {
    return batch.atTime(EVENING).atZone(EASTERN).toInstant();
  }

  /** When OAI-PMH shows a batch. */
  public static Instant harvestable(LocalDate batch) {
    return announced(batch).plus(HARVEST_DELAY);
  }

  /** When a day's feed replaces the one of the day before. */
  public static Instant midnight(LocalDate day) {
    return day.atStartOfDay(EASTERN).toInstant();
  }
}
