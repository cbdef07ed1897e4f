package io.paperflow.fetcher.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final ZoneId EASTERN = ZoneId.of("America/New_York");

  /** As arXiv announces, and its OAI follows. */
  private static final Schedule ANNOUNCED =
      new Schedule.Daily(
          LocalTime.of(20, 0),
          EASTERN,
          EnumSet.of(
              DayOfWeek.SUNDAY,
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY),
          Duration.ofMinutes(150));

  @Test
  void theTimeOfDayIsTheSourcesOwnInWinterAndInSummer() {
    assertEquals(at("2026-01-13T03:30:00Z"), ANNOUNCED.after(at("2026-01-12T12:00:00Z")));
    assertEquals(at("2026-07-14T02:30:00Z"), ANNOUNCED.after(at("2026-07-13T12:00:00Z")));
  }

  @Test
  void daysOffAreLeftOut() {
    // Thursday evening, then Sunday evening.
    Instant thursday = at("2026-01-16T03:30:00Z");
    assertEquals(thursday, ANNOUNCED.after(at("2026-01-15T12:00:00Z")));
    assertEquals(at("2026-01-19T03:30:00Z"), ANNOUNCED.after(thursday));
  }

  @Test
  void theClocksChangeBetweenTwoTimes() {
    assertEquals(
        List.of("2026-03-06T03:30:00Z", "2026-03-09T02:30:00Z", "2026-03-10T02:30:00Z"),
        times(ANNOUNCED, at("2026-03-05T12:00:00Z"), 3));
    assertEquals(
        List.of("2026-10-30T02:30:00Z", "2026-11-02T03:30:00Z", "2026-11-03T03:30:00Z"),
        times(ANNOUNCED, at("2026-10-29T12:00:00Z"), 3));
  }

  @Test
  void aTimeThatIsLeftOutIsLaterAndOneThatComesTwiceComesOnce() {
    Schedule night =
        new Schedule.Daily(
            LocalTime.of(2, 30), EASTERN, EnumSet.allOf(DayOfWeek.class), Duration.ZERO);
    assertEquals(
        List.of("2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z"),
        times(night, at("2026-03-07T00:00:00Z"), 3));
    Schedule twice =
        new Schedule.Daily(
            LocalTime.of(1, 30), EASTERN, EnumSet.allOf(DayOfWeek.class), Duration.ZERO);
    assertEquals(
        List.of("2026-10-31T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"),
        times(twice, at("2026-10-31T00:00:00Z"), 3));
  }

  @Property
  void theNextTimeIsLaterAndAtMostThreeDaysAndTheChangeOfClocksAway(
      @ForAll @LongRange(min = 1_600_000_000L, max = 2_000_000_000L) long second) {
    Instant moment = Instant.ofEpochSecond(second);
    Instant next = ANNOUNCED.after(moment);
    assertTrue(next.isAfter(moment));
    assertTrue(Duration.between(moment, next).compareTo(Duration.ofHours(3 * 24 + 1)) <= 0);
    // Nothing lies between: from just before it the answer is the same.
    assertEquals(next, ANNOUNCED.after(next.minusMillis(1)));
  }

  @Test
  void anIntervalCountsFromTheBeginningOfTheLastPass() {
    Schedule every = new Schedule.Every(Duration.ofMinutes(10));
    assertEquals(at("2026-01-01T00:10:00Z"), every.after(at("2026-01-01T00:00:00Z")));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Every(Duration.ZERO));
  }

  private static List<String> times(Schedule schedule, Instant from, int count) {
    List<String> times = new ArrayList<>();
    Instant at = from;
    for (int i = 0; i < count; i++) {
      at = schedule.after(at);
      times.add(at.toString());
    }
    return times;
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }
}
