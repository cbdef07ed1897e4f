package io.paperflow.fetcher.sources.huggingface;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.sources.huggingface.DailyList.Day;
import io.paperflow.fetcher.sources.huggingface.DailyList.Month;
import io.paperflow.fetcher.sources.huggingface.DailyList.Trending;
import io.paperflow.fetcher.sources.huggingface.DailyList.Week;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.DayRhythm;
import io.paperflow.fetcher.sources.page.DayRhythm.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a pass reads, and in which order: the lists of days, the youngest first, then other lists,
 * then details of papers. It follows from the cursor alone, and so is the same whenever and
 * wherever the pass goes on.
 *
 * @param also lists that are read besides those of days
 * @param detailDays how many days' papers are asked for their details; 0 for none
 */
record DailyPlan(Set<Also> also, int detailDays) {

  DailyPlan {
    also = Set.copyOf(also);
  }

  /** When the last finished pass began. */
  static final String LAST = "last";

  /** When this pass began; absent between passes. */
  static final String PASS = "pass";

  /** The first and the last day of a reading of past days. */
  static final String FROM = "from";

  static final String TO = "to";

  /** The only list that is read. */
  static final String ONLY = "only";

  /** A list that is read besides those of days. */
  enum Also {
    WEEK,
    MONTH,
    TRENDING;

    /** Those of the option {@code also}. */
    static Set<Also> of(SourceSettings settings) {
      Set<Also> also = EnumSet.noneOf(Also.class);
      for (String name : settings.list("also")) {
        Arrays.stream(values())
            .filter(value -> value.name().equalsIgnoreCase(name))
            .findFirst()
            .ifPresentOrElse(
                also::add,
                () ->
                    settings.problem(
                        "also", "'%s' is none of week, month, trending".formatted(name)));
      }
      return also;
    }
  }

  /**
   * Votes move for two weeks; the list of a day fills while it lasts and sometimes after. Yesterday
   * is read in each pass because the days of most people end after UTC's.
   */
  static final DayRhythm RHYTHM =
      new DayRhythm(
          List.of(
              new Stage(1, Duration.ZERO),
              new Stage(6, Duration.ofHours(3)),
              new Stage(14, Duration.ofHours(12))));

  private static final Duration ALSO_INTERVAL = Duration.ofHours(1);
  private static final Duration DETAILS_INTERVAL = Duration.ofHours(12);

  /** A list to read, or its papers' details. */
  record Task(DailyList list, boolean details) {

    private static final String DETAILS = "details-";

    @Override
    public String toString() {
      return (details ? DETAILS : "") + list;
    }
  }

  /** The task of this text in the pass of this cursor. */
  Optional<Task> current(Cursor cursor, String text) {
    return tasks(cursor).stream().filter(task -> task.toString().equals(text)).findFirst();
  }

  /** The task after another one. */
  Optional<Task> after(Cursor cursor, Task task) {
    return tasks(cursor).stream().dropWhile(t -> !t.equals(task)).skip(1).findFirst();
  }

  /** All tasks of the pass of this cursor. */
  List<Task> tasks(Cursor cursor) {
    Optional<DailyList> only = cursor.get(ONLY).flatMap(DailyList::parse);
    if (only.isPresent()) {
      return List.of(new Task(only.get(), false));
    }
    Optional<LocalDate> from = cursor.day(FROM);
    Optional<LocalDate> to = cursor.day(TO);
    if (from.isPresent() && to.isPresent()) {
      return from.get().isAfter(to.get())
          ? List.of()
          : from.get()
              .datesUntil(to.get().plusDays(1))
              .map(d -> new Task(new Day(d), false))
              .toList();
    }
    return live(cursor);
  }

  private List<Task> live(Cursor cursor) {
    Instant pass = Cursors.time(cursor, PASS).orElse(Instant.EPOCH);
    Instant last = Cursors.time(cursor, LAST).orElse(pass);
    List<Task> tasks = new ArrayList<>();
    RHYTHM.days(last, pass).forEach(day -> tasks.add(new Task(new Day(day), false)));
    LocalDate today = LocalDate.ofInstant(pass, ZoneOffset.UTC);
    boolean first = LocalDate.ofInstant(last, ZoneOffset.UTC).isBefore(today.minusDays(1));
    if (first || DayRhythm.isDue(ALSO_INTERVAL, last, pass)) {
      also(today).forEach(list -> tasks.add(new Task(list, false)));
    }
    if (first || DayRhythm.isDue(DETAILS_INTERVAL, last, pass)) {
      Stream.iterate(today, day -> day.minusDays(1))
          .limit(detailDays)
          .forEach(day -> tasks.add(new Task(new Day(day), true)));
    }
    return List.copyOf(tasks);
  }

  private List<DailyList> also(LocalDate today) {
    return also.stream()
        .sorted()
        .<DailyList>map(
            what ->
                switch (what) {
                  case WEEK -> Week.of(today);
                  case MONTH -> new Month(YearMonth.from(today));
                  case TRENDING -> new Trending();
                })
        .toList();
  }
}
