package io.paperflow.notifier.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.Signal;
import io.paperflow.schemas.SignalSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignalBookTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final SignalBook book = new SignalBook();

  @Test
  void theScoreIsTheStatedFormula() {
    paper("listed", 26, Optional.of(26.0), 10, 1);
    paper("listed", 1, Optional.of(26.0), 48, 4);

    Trend trend = only(Window.DAY);

    assertEquals(new Gains(38, 3, 0), trend.gains());
    assertEquals(26, trend.ageHours());
    assertEquals(
        (Math.log(39) + Math.log(4)) / Math.pow(28, 1.5), trend.score(), 1e-12, "a day's list");
    assertEquals(
        (Math.log(49) + Math.log(5)) / Math.pow(26 / 7.0 + 2, 1.5),
        only(Window.WEEK).score(),
        1e-12,
        "within a week all its votes are new");
  }

  @Test
  void starsOfItsCodeCountAndCodeIsABonus() {
    book.add(signal("p", 40, 100.0).setUpvotes(5).build());
    book.add(
        signal("p", 2, 100.0).setUpvotes(5).setRepositories(List.of("forge/a", "forge/b")).build());
    stars("forge/a", 30, 1000);
    stars("forge/a", 1, 1150);
    stars("forge/b", 30, 7);
    stars("forge/b", 1, 67);

    Trend trend = only(Window.DAY);

    assertEquals(new Gains(0, 0, 210), trend.gains());
    assertTrue(trend.codeIsNew());
    assertEquals("+210 stars, code since yesterday", TrendWords.why(trend, Window.DAY));
    assertEquals((Math.log(211) + Math.log(2)) / Math.pow(102, 1.5), trend.score(), 1e-12);
  }

  @Test
  void whatGainedNothingIsNotOnTheList() {
    paper("still", 30, Optional.of(400.0), 80, 8);
    paper("still", 1, Optional.of(400.0), 80, 8);
    paper("fell", 30, Optional.of(400.0), 80, 8);
    paper("fell", 1, Optional.of(400.0), 70, 8);

    assertEquals(List.of(), trending(Window.DAY).trends());
  }

  @Test
  void aColdStartIsToldAndTakesNothingForNew() {
    paper("old", 2, Optional.of(400.0), 80, 8);
    paper("undated", 2, Optional.empty(), 80, 8);
    paper("young", 2, Optional.of(20.0), 7, 0);

    TrendList day = trending(Window.DAY);

    assertTrue(day.cold());
    assertEquals(Optional.of(ago(2)), day.since());
    assertEquals(List.of("young"), day.trends().stream().map(Trend::paper).toList());
  }

  @Test
  void itIsWarmOnceCountingIsOlderThanTheWindow() {
    paper("old", 25, Optional.of(400.0), 80, 8);

    assertFalse(trending(Window.DAY).cold());
    assertTrue(trending(Window.WEEK).cold());
  }

  @Test
  void equalScoresAreOrderedByKey() {
    paper("b", 2, Optional.of(20.0), 7, 0);
    paper("a", 2, Optional.of(20.0), 7, 0);

    assertEquals(
        List.of("a", "b"), trending(Window.DAY).trends().stream().map(Trend::paper).toList());
  }

  @Test
  void whatLiesBeforeTheHorizonDoesNotCount() {
    paper("p", 24 * 63, Optional.of(24.0 * 70), 3, 0);
    paper("p", 1, Optional.of(24.0 * 70), 9, 0);
    book.moveTo(NOW);

    assertEquals(List.of(), trending(Window.MONTH).trends());
  }

  /** What was counted, by a small number each: paper, hours ago, votes. */
  @Property(tries = 300)
  void theOrderOfSignalsDoesNotMatter(
      @ForAll @Size(max = 30) List<@IntRange(max = 3 * 80 * 10 - 1) Integer> numbers,
      @ForAll Random random) {
    List<Signal> signals = new ArrayList<>();
    for (int number : numbers) {
      signals.add(
          signal("p" + number % 3, number / 3 % 80 * 0.25, 90.0)
              .setUpvotes(number / 240)
              .setRepositories(number % 2 == 0 ? List.of() : List.of("forge/a"))
              .build());
    }
    TrendList one = of(signals);
    Collections.shuffle(signals, random);

    assertEquals(one, of(signals));
  }

  private static TrendList of(List<Signal> signals) {
    SignalBook book = new SignalBook();
    signals.forEach(book::add);
    return book.trending(NOW, Window.DAY, 100);
  }

  private TrendList trending(Window window) {
    return book.trending(NOW, window, 100);
  }

  private Trend only(Window window) {
    List<Trend> trends = trending(window).trends();
    assertEquals(1, trends.size());
    return trends.getFirst();
  }

  private void paper(String key, double hoursAgo, Optional<Double> age, int votes, int comments) {
    Signal.Builder signal =
        Signal.newBuilder()
            .setSubject(key)
            .setAbout(SignalSubject.PAPER)
            .setSource("daily")
            .setObservedAt(ago(hoursAgo))
            .setUpvotes(votes)
            .setComments(comments);
    age.ifPresent(hours -> signal.setSince(ago(hours)));
    book.add(signal.build());
  }

  private void stars(String repository, double hoursAgo, int stars) {
    book.add(
        Signal.newBuilder()
            .setSubject(repository)
            .setAbout(SignalSubject.REPOSITORY)
            .setSource("forge")
            .setObservedAt(ago(hoursAgo))
            .setStars(stars)
            .build());
  }

  private static Signal.Builder signal(String key, double hoursAgo, double age) {
    return Signal.newBuilder()
        .setSubject(key)
        .setAbout(SignalSubject.PAPER)
        .setSource("daily")
        .setObservedAt(ago(hoursAgo))
        .setSince(ago(age));
  }

  private static Instant ago(double hours) {
    return NOW.minus(Duration.ofMillis((long) (hours * 3_600_000)));
  }
}
