package io.paperflow.testkit.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents what is submitted to arXiv. */
final class ArxivInvention {

  private static final List<String> CATEGORIES =
      List.of(
          "cs.LG", "cs.CV", "cs.CL", "cs.AI", "stat.ML", "cs.RO", "math.OC", "quant-ph", "hep-th");
  private static final List<String> LICENCES =
      List.of(
          "http://creativecommons.org/licenses/by/4.0/",
          "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");

  /** Papers of every form of identifier that get a new version. */
  private static final int OLD_PAPERS_A_DAY = 5;

  /** Every so many days, a range of the day's identifiers is late. */
  private static final int DAYS_BETWEEN_LATE_RANGES = 2;

  private final Dice dice;
  private final Words words;
  private final ArxivVersions versions;
  private final OldIds oldIds = new OldIds();
  private final NewIds newIds = new NewIds();

  ArxivInvention(Dice dice) {
    this.dice = dice;
    this.words = new Words(dice);
    this.versions = new ArxivVersions(dice, words);
  }

  List<ArxivPaper> papers(LocalDate firstDay, int days, int aDay) {
    List<ArxivPaper> papers = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = firstDay.plusDays(i);
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      papers.addAll(newPapers(day, weekend ? aDay / 4 : aDay, i % DAYS_BETWEEN_LATE_RANGES == 1));
      for (int k = 0; k < OLD_PAPERS_A_DAY; k++) {
        papers.add(oldPaper(day));
      }
    }
    return List.copyOf(papers);
  }

  private List<ArxivPaper> newPapers(LocalDate day, int count, boolean withLateRange) {
    List<Instant> submitted =
        IntStream.range(0, count).mapToObj(_ -> timeOf(day)).sorted().toList();
    int lateFrom = dice.between(0, count / 2);
    int lateTo = withLateRange ? lateFrom + Math.max(1, count / 5) : lateFrom;
    int batchesLate = dice.between(1, 2);
    List<ArxivPaper> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean late = lateFrom <= i && i < lateTo;
      List<ArxivVersion> all = versions.ofNew(submitted.get(i), late ? batchesLate : 0);
      papers.add(paper(newIds.next(day), categories(), all));
    }
    return papers;
  }

  private ArxivPaper oldPaper(LocalDate day) {
    OldIds.OldId old = oldIds.next();
    List<ArxivVersion> all =
        versions.ofOld(old.month().atDay(2).atTime(9, 30).toInstant(ZoneOffset.UTC), timeOf(day));
    return paper(old.id(), old.category().map(List::of).orElseGet(this::categories), all);
  }

  private ArxivPaper paper(String id, List<String> categories, List<ArxivVersion> versions) {
    return new ArxivPaper(
        id,
        words.authors(),
        categories,
        dice.maybe(0.15, () -> "10.5555/" + words.word() + "." + id.replace('/', '.')),
        dice.maybe(0.1, () -> words.name() + ". J. " + dice.between(1, 90) + " (2026)"),
        dice.pick(LICENCES),
        versions);
  }

  private List<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      categories.add(CATEGORIES.get(dice.between(0, dice.between(0, CATEGORIES.size() - 1))));
    }
    return List.copyOf(categories);
  }

  private Instant timeOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plus(dice.between(Duration.ZERO, Duration.ofSeconds(86_399)));
  }
}
