package io.paperflow.testkit.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Invents which papers are listed on which day, and how they fare. */
final class DailyInvention {

  private static final Duration YOUNGEST = Duration.ofHours(20);
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final double AFTER_THE_DAY = 0.05;
  private static final double LISTED_TWICE = 0.03;

  private final Dice dice;
  private final Words words;

  DailyInvention(Dice dice) {
    this.dice = dice;
    this.words = new Words(dice);
  }

  List<DailyEntry> entries(List<ArxivPaper> papers, LocalDate firstDay, int days, int aDay) {
    List<ArxivPaper> left = new ArrayList<>(papers);
    List<DailyEntry> entries = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = firstDay.plusDays(i);
      int count =
          switch (day.getDayOfWeek()) {
            case SATURDAY -> aDay / 8;
            case SUNDAY -> 0;
            default -> aDay;
          };
      List<ArxivPaper> fresh =
          Stream.concat(chosen(left, day).stream().limit(count), seenBefore(entries, day)).toList();
      left.removeAll(fresh);
      fresh.forEach(paper -> entries.add(entry(paper, day)));
    }
    return List.copyOf(entries);
  }

  private static List<ArxivPaper> chosen(List<ArxivPaper> left, LocalDate day) {
    Instant morning = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return left.stream()
        .filter(p -> p.submitted().isBefore(morning.minus(YOUNGEST)))
        .filter(p -> p.submitted().isAfter(morning.minus(OLDEST)))
        .toList();
  }

  private Stream<ArxivPaper> seenBefore(List<DailyEntry> entries, LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? Stream.empty()
        : entries.stream()
            .filter(e -> e.day().equals(day.minusDays(1)))
            .map(DailyEntry::paper)
            .filter(_ -> dice.chance(LISTED_TWICE));
  }

  private DailyEntry entry(ArxivPaper paper, LocalDate day) {
    Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant within = midnight.plus(dice.between(Duration.ofHours(1), Duration.ofHours(22)));
    Instant shown = dice.chance(AFTER_THE_DAY) ? within.plus(Duration.ofDays(1)) : within;
    return new DailyEntry(
        paper,
        day,
        dice.chance(0.5) ? midnight : within,
        shown,
        words.word(),
        dice.between(0, dice.between(1, 300)),
        dice.between(0, 12),
        dice.maybe(0.5, () -> repository(shown)),
        dice.maybe(0.2, () -> "https://" + words.word() + ".github.io/" + words.word() + "/"),
        dice.maybe(0.3, words::name),
        aiSummary(),
        List.of(words.word(), words.word() + " " + words.word()));
  }

  private DeclaredRepository repository(Instant shown) {
    boolean auto = dice.chance(0.3);
    String url = words.repository();
    return new DeclaredRepository(
        dice.chance(0.2) ? url.substring("https://github.com/".length()) : url,
        auto ? "auto" : "user",
        auto ? shown.plus(dice.between(Duration.ofHours(2), Duration.ofHours(60))) : shown,
        dice.between(0, 4_000));
  }

  private Optional<String> aiSummary() {
    return dice.maybe(0.7, () -> words.sentences(1));
  }
}
