package io.paperflow.fetcher.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final Instant NOW = Instant.parse("2026-01-12T12:00:00Z");
  private static final Task A = new Task("a", Kind.LIVE);
  private static final Task B = new Task("b", Kind.LIVE);
  private static final Task AUDIT = new Task("a", Kind.AUDIT);
  private static final Task BACKFILL = new Task("a", Kind.BACKFILL);

  private final Agenda agenda = new Agenda();

  @Test
  void liveReadingGoesBeforeAuditsAndTheseBeforeBackfills() {
    agenda.put(BACKFILL, backfill(NOW.minusSeconds(30)));
    agenda.put(AUDIT, due(NOW.minusSeconds(20)));
    agenda.put(A, due(NOW.minusSeconds(10)));
    assertEquals(Optional.of(A), agenda.next(NOW));
    agenda.put(A, due(NOW.plusSeconds(1)));
    assertEquals(Optional.of(AUDIT), agenda.next(NOW));
    agenda.put(AUDIT, due(NOW.plusSeconds(2)));
    assertEquals(Optional.of(BACKFILL), agenda.next(NOW));
  }

  @Test
  void ofTheSameKindTheOneThatHasWaitedLongestIsNext() {
    agenda.put(A, due(NOW.minusSeconds(1)));
    agenda.put(B, due(NOW.minusSeconds(2)));
    assertEquals(Optional.of(B), agenda.next(NOW));
  }

  @Test
  void nothingIsDoneBeforeItsTime() {
    agenda.put(A, due(NOW.plusSeconds(7)));
    agenda.put(B, due(NOW.plusSeconds(5)));
    assertEquals(Optional.empty(), agenda.next(NOW));
    assertEquals(Optional.of(NOW.plusSeconds(5)), agenda.wake());
  }

  @Test
  void aHostThatAskedForLessIsAskedByNobodyUntilItsTime() {
    Instant quiet = NOW.plus(Duration.ofMinutes(10));
    Trouble overload =
        new Trouble(Trouble.Cause.OVERLOAD, "http-429", "too many", Optional.of(quiet));
    agenda.put(A, due(NOW).failed(overload, NOW, quiet, 0, 0));
    agenda.put(B, due(NOW));
    assertEquals(Optional.empty(), agenda.next(NOW));
    assertEquals(Optional.of(quiet), agenda.wake());
    assertEquals(Optional.of(B), agenda.next(quiet));
  }

  @Test
  void aSourceThatFailsHoldsNobodyUp() {
    Trouble trouble = Trouble.passing("network", "no route");
    agenda.put(A, due(NOW).failed(trouble, NOW, NOW.plusSeconds(60), 0, 0));
    agenda.put(B, due(NOW));
    assertEquals(Optional.of(B), agenda.next(NOW));
  }

  @Test
  void aFinishedBackfillIsNotBegunAgain() {
    Progress finished = backfill(NOW).read(Cursor.EMPTY, false, NOW, NOW, 1, 1);
    agenda.put(BACKFILL, finished);
    assertEquals(Optional.empty(), agenda.next(NOW.plus(Duration.ofDays(9))));
    assertEquals(Optional.empty(), agenda.wake());
  }

  private static Progress due(Instant at) {
    return Progress.from(Cursor.EMPTY, at);
  }

  private static Progress backfill(Instant at) {
    Order order = new Order("1", "a", Optional.empty(), Optional.empty(), 60);
    return Progress.of(order, Cursor.EMPTY, at);
  }
}
