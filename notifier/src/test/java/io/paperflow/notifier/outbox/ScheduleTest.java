package io.paperflow.notifier.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.schemas.Channel;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "DAILY,  8, 1, UTC,              2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
    "DAILY,  8, 1, UTC,              2026-11-20T07:59:59Z, 2026-11-19T08:00:00Z",
    "DAILY,  8, 1, Europe/Berlin,    2026-11-20T07:30:00Z, 2026-11-20T07:00:00Z",
    "DAILY,  8, 1, Asia/Tokyo,       2026-11-19T23:30:00Z, 2026-11-19T23:00:00Z",
    "DAILY,  0, 1, Pacific/Kiritimati, 2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "WEEKLY, 8, 1, UTC,              2026-11-25T12:00:00Z, 2026-11-23T08:00:00Z",
    "WEEKLY, 8, 1, UTC,              2026-11-23T07:00:00Z, 2026-11-16T08:00:00Z",
    "WEEKLY, 8, 7, UTC,              2026-11-22T08:00:00Z, 2026-11-22T08:00:00Z",
    "DAILY,  8, 1, Gone/Zone,        2026-11-20T08:30:00Z, 2026-11-20T08:00:00Z",
  })
  void theLastMomentOfTheRhythmIsDue(
      Rhythm rhythm, int hour, int weekday, String zone, Instant now, Instant due) {
    Subscription one = subscription(rhythm, hour, weekday, zone);

    assertEquals(Optional.of(due), Schedule.due(one, Optional.empty(), now));
    assertEquals(Optional.empty(), Schedule.due(one, Optional.of(due), now));
  }

  /** Berlin has no 02:00 on 29 March 2026 and two of them on 25 October. */
  @Test
  void everyDayHasOneMomentWhateverTheClocksDo() {
    Subscription one = subscription(Rhythm.DAILY, 2, 1, "Europe/Berlin");
    TreeSet<Instant> dues = new TreeSet<>();
    Instant end = Instant.parse("2026-12-31T00:00:00Z");
    for (Instant now = SINCE; now.isBefore(end); now = now.plus(Duration.ofMinutes(10))) {
      Schedule.due(one, dues.isEmpty() ? Optional.empty() : Optional.of(dues.last()), now)
          .ifPresent(dues::add);
    }

    assertEquals(364, dues.size());
  }

  @Test
  void whatWasDueBeforeItBeganIsNot() {
    Subscription one = subscription(Rhythm.DAILY, 8, 1, "UTC");

    assertEquals(Optional.empty(), Schedule.due(one, Optional.empty(), SINCE.plusSeconds(60)));
  }

  private static Subscription subscription(Rhythm rhythm, int hour, int weekday, String zone) {
    return Subscription.newBuilder()
        .setId("s")
        .setSecret("")
        .setState(SubscriptionState.ACTIVE)
        .setOrigin("page")
        .setCreatedAt(SINCE)
        .setSince(SINCE)
        .setChannel(Channel.EMAIL)
        .setAddress("ada@example.org")
        .setEvents(List.of())
        .setSearches(List.of())
        .setRhythm(rhythm)
        .setHour(hour)
        .setWeekday(weekday)
        .setZone(zone)
        .build();
  }
}
