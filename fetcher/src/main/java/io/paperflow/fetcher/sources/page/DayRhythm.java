package io.paperflow.fetcher.sources.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which days of a list by days are read again in a pass: the last ones in each, older ones less
 * often, and none for ever. It depends on nothing but the times of two passes, so that nothing has
 * to be remembered of each day.
 *
 * @param stages from the youngest days to the oldest
 */
public record DayRhythm(List<Stage> stages) {

  /**
   * Days that are read alike.
   *
   * @param age of the oldest of them, in days
   * @param interval between two readings; zero for each pass
   */
  public record Stage(int age, Duration interval) {}

  public DayRhythm {
    stages = List.copyOf(stages);
  }

  /** The age of the oldest days that are read again. */
  public int oldest() {
    return stages.getLast().age();
  }

  /**
   * The days to read in a pass, the youngest first: those that are due, and all since the day of
   * the pass before, however long ago it was.
   *
   * @param last when the last finished pass began
   * @param pass when this pass begins
   */
  public List<LocalDate> days(Instant last, Instant pass) {
    LocalDate today = LocalDate.ofInstant(pass, ZoneOffset.UTC);
    LocalDate before = LocalDate.ofInstant(last, ZoneOffset.UTC);
    long back = Math.max(oldest(), ChronoUnit.DAYS.between(before, today));
    return LongStream.rangeClosed(0, back)
        .mapToObj(today::minusDays)
        .filter(day -> !day.isBefore(before) || isDue(day, today, last, pass))
        .toList();
  }

  private boolean isDue(LocalDate day, LocalDate today, Instant last, Instant pass) {
    long age = ChronoUnit.DAYS.between(day, today);
    return stages.stream()
        .filter(stage -> age <= stage.age())
        .findFirst()
        .map(stage -> isDue(stage.interval(), last, pass))
        .orElse(false);
  }

  /** Whether a pass at this time is the first of its interval, counted since 1970. */
  public static boolean isDue(Duration interval, Instant last, Instant pass) {
    return interval.isZero()
        || last.getEpochSecond() / interval.toSeconds()
            != pass.getEpochSecond() / interval.toSeconds();
  }
}
