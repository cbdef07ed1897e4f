package io.paperflow.catalogue.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PeriodTest {

  @Property
  void aNameNamesItsPeriodAndNeighboursTouch(
      @ForAll Period.Unit unit, @ForAll @IntRange(max = 200_000) int day) {
    LocalDate date = LocalDate.of(1700, 1, 1).plusDays(day);
    Period period = new Period(unit, date);
    assertEquals(Optional.of(period), Period.named(period.name()));
    assertEquals(period, period.next().previous());
    assertEquals(period.last().plusDays(1), period.next().first());
    assertTrue(!date.isBefore(period.first()) && !date.isAfter(period.last()));
  }

  @Example
  void weeksAreThoseOfIso8601() {
    Period week = Period.named("2026-W53").orElseThrow();
    assertEquals(LocalDate.parse("2026-12-28"), week.first());
    assertEquals("2027-W01", week.next().name());
    assertEquals(Optional.empty(), Period.named("2025-W53"), "2025 has 52 weeks");
  }

  @Example
  void whatIsNoPeriodNamesNone() {
    for (String text : new String[] {"", "2026", "2026-13", "2026-02-30", "2026-W00", "today"}) {
      assertEquals(Optional.empty(), Period.named(text), text);
    }
  }
}
