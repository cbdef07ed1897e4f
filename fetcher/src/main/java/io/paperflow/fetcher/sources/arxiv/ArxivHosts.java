package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** What holds for all of arXiv (https://info.arxiv.org/help/api/tou.html). */
final class ArxivHosts {

  /** Where arXiv's days begin and end. */
  static final ZoneId EASTERN = ZoneId.of("America/New_York");

  /** One request every three seconds, over all hosts and machines. */
  static final HostGroup GROUP = new HostGroup("arxiv", Duration.ofSeconds(3));

  /** New papers, Sunday to Thursday (https://info.arxiv.org/help/availability.html). */
  private static final LocalTime ANNOUNCEMENT = LocalTime.of(20, 0);

  private ArxivHosts() {}

  /** After each announcement. */
  static Schedule announcements(Duration delay) {
    return new Schedule.Daily(
        ANNOUNCEMENT,
        EASTERN,
        EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
        delay);
  }
}
