package io.paperflow.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 25);
  private static final int DAYS = 6;

  private final World world = World.invented(1, FIRST_DAY, DAYS, WorldSize.thousands());

  @Test
  void theSameSeedIsTheSameWorldAndAnotherSeedIsAnother() {
    assertEquals(world, World.invented(1, FIRST_DAY, DAYS, WorldSize.thousands()));
    assertNotEquals(world, World.invented(2, FIRST_DAY, DAYS, WorldSize.thousands()));
  }

  @Test
  void thereAreThousandsOfPapersWithDifferentIdsOfAllForms() {
    List<String> ids = world.arxiv().papers().stream().map(ArxivPaper::id).toList();
    assertTrue(ids.size() > 2_000, () -> "only " + ids.size());
    assertEquals(ids.size(), Set.copyOf(ids).size());
    for (String form :
        List.of(
            "hep-th/\\d{7}",
            "0704\\.\\d{4}", "1412\\.\\d{4}", "2602\\.0\\d{4}", "2603\\.0\\d{4}")) {
      assertTrue(ids.stream().anyMatch(id -> id.matches(form)), form);
    }
  }

  @Test
  void wholeRangesOfIdsAppearLateUnderTheirFirstDatestamp() {
    List<ArxivPaper> late =
        world.arxiv().papers().stream().filter(p -> isLate(p.versions().getFirst())).toList();
    assertTrue(late.size() > 50, () -> "only " + late.size());
    ArxivPaper paper = late.getFirst();
    ArxivVersion first = paper.versions().getFirst();
    Instant dueAt = ArxivCalendar.harvestable(first.batch());
    assertTrue(paper.harvestableBy(dueAt.plus(Duration.ofHours(23))).isEmpty());
    assertEquals(
        first.batch(), paper.harvestableBy(first.harvestable()).orElseThrow().latest().batch());
  }

  @Test
  void papersAreReplacedAndWithdrawnInTheCourseOfTheDays() {
    Instant end = FIRST_DAY.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<ShownPaper> shown = world.arxiv().harvestable(end);
    assertTrue(shown.stream().anyMatch(p -> p.latest().number() > 1 && !p.latest().withdrawn()));
    assertTrue(shown.stream().anyMatch(p -> p.latest().withdrawn()));
    assertTrue(shown.size() < world.arxiv().papers().size(), "nothing is still to come");
  }

  @Test
  void everyVersionAppearsAfterTheOneBefore() {
    for (ArxivPaper paper : world.arxiv().papers()) {
      for (int i = 1; i < paper.versions().size(); i++) {
        assertTrue(
            paper.versions().get(i).shownIn().isAfter(paper.versions().get(i - 1).shownIn()),
            paper.id());
      }
    }
  }

  @Test
  void votesRiseAndWeekendsAreThin() {
    DailyEntry entry =
        world.dailyPapers().entries().stream()
            .filter(e -> e.finalVotes() > 50)
            .findFirst()
            .orElseThrow();
    assertEquals(0, entry.votes(entry.shownAt()));
    int early = entry.votes(entry.shownAt().plus(Duration.ofDays(1)));
    int later = entry.votes(entry.shownAt().plus(Duration.ofDays(4)));
    assertTrue(0 < early && early < later && later < entry.finalVotes());
    Set<DayOfWeek> days =
        world.dailyPapers().entries().stream()
            .map(e -> e.day().getDayOfWeek())
            .collect(Collectors.toSet());
    assertFalse(days.contains(DayOfWeek.SUNDAY));
    assertTrue(days.contains(DayOfWeek.MONDAY));
  }

  @Test
  void aPaperCanStandOnTwoLists() {
    Set<String> seen = new HashSet<>();
    assertTrue(world.dailyPapers().entries().stream().anyMatch(e -> !seen.add(e.paper().id())));
  }

  /** From https://info.arxiv.org/help/availability.html. */
  @ParameterizedTest
  @CsvSource({
    // Eastern winter time is five hours behind.
    "2026-02-26T18:59:59Z, 2026-02-26, 2026-02-27T01:00:00Z",
    "2026-02-26T19:00:00Z, 2026-03-01, 2026-03-02T01:00:00Z",
    "2026-02-27T18:59:59Z, 2026-03-01, 2026-03-02T01:00:00Z",
    "2026-02-27T19:00:00Z, 2026-03-02, 2026-03-03T01:00:00Z",
    "2026-03-02T18:00:00Z, 2026-03-02, 2026-03-03T01:00:00Z",
    // Summer time began on the 8th.
    "2026-03-09T17:59:59Z, 2026-03-09, 2026-03-10T00:00:00Z"
  })
  void submissionsAreAnnouncedInTheEveningOfTheirBatch(
      Instant submitted, LocalDate batch, Instant announced) {
    assertEquals(batch, ArxivCalendar.batch(submitted));
    assertEquals(announced, ArxivCalendar.announced(batch));
  }

  private static boolean isLate(ArxivVersion version) {
    return version.shownIn().isAfter(version.batch());
  }
}
