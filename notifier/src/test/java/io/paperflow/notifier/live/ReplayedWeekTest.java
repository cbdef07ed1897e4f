package io.paperflow.notifier.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.pipeline.Delivery;
import io.paperflow.schemas.Signal;
import io.paperflow.schemas.SignalSubject;
import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A week is shown minute by minute, with signals that come late, and then made again. */
class ReplayedWeekTest {

  private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STEPS = 7 * 24 * 6;

  private final Ticking clock = new Ticking(BEGIN.toString());
  private final List<Delivery<Signal>> written = new ArrayList<>();
  private final Random random = new Random(7);

  @Test
  void itIsTheSameToTheLastDigit() throws InterruptedException {
    LiveTrends live = new LiveTrends(clock);
    live.clear();
    List<TrendList> shown = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < 5; i++) {
        Delivery<Signal> signal = signal((int) STEP.toSeconds());
        written.add(signal);
        live.take(signal);
      }
      clock.pass(STEP);
      live.complete(clock.instant());
      if (step % 97 == 0 || step == STEPS - 1) {
        for (Window window : Window.values()) {
          shown.add(live.list(window).orElseThrow());
        }
      }
    }
    assertTrue(shown.stream().filter(list -> list.trends().size() > 20).count() > 20);

    PastTrends past = new PastTrends(this::read);
    for (TrendList list : shown) {
      assertEquals(list, past.list(list.at(), list.window()));
    }
  }

  @Test
  void whoStartsLaterShowsTheSame() {
    LiveTrends first = new LiveTrends(clock);
    first.clear();
    for (int i = 0; i < 200; i++) {
      Delivery<Signal> signal = signal(60);
      written.add(signal);
      first.take(signal);
      clock.pass(Duration.ofMinutes(1));
      first.complete(clock.instant());
    }
    LiveTrends second = new LiveTrends(clock);
    second.clear();
    assertEquals(Optional.empty(), second.list(Window.DAY));
    written.forEach(second::take);
    second.complete(clock.instant());

    assertEquals(first.list(Window.DAY), second.list(Window.DAY));
    assertFalse(second.list(Window.DAY).orElseThrow().trends().isEmpty());
  }

  /**
   * Written within some seconds, observed up to two hours before it is written; half of an hour's
   * signals share the hour.
   */
  private Delivery<Signal> signal(int seconds) {
    Instant now = clock.instant().plusSeconds(random.nextInt(seconds));
    Signal.Builder signal =
        Signal.newBuilder()
            .setSource("daily")
            .setObservedAt(now.minusSeconds(random.nextInt(7200)));
    int number = random.nextInt(60);
    if (random.nextInt(3) == 0) {
      signal.setSubject("forge/" + number).setAbout(SignalSubject.REPOSITORY);
      signal.setStars(random.nextInt(3000));
    } else {
      signal.setSubject("arxiv:" + number).setAbout(SignalSubject.PAPER);
      signal.setSince(BEGIN.plus(Duration.ofHours(2L * number)));
      signal.setUpvotes(random.nextInt(200)).setComments(random.nextInt(20));
      if (random.nextInt(4) == 0) {
        signal.setRepositories(List.of("forge/" + number));
      }
    }
    return new Delivery<>(signal.getSubject(), signal.build(), 0, now, Map.of());
  }

  private void read(Instant from, Instant until, java.util.function.Consumer<Signal> to) {
    written.stream()
        .filter(signal -> !signal.timestamp().isBefore(from))
        .filter(signal -> !signal.timestamp().isAfter(until))
        .map(Delivery::value)
        .forEach(to);
  }
}
