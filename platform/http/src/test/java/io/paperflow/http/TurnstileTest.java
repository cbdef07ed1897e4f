package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.http.Budget.Permit;
import io.paperflow.http.Request.Kind;
import io.paperflow.http.Turnstile.Late;
import io.paperflow.http.Turnstile.Through;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Real threads at one turnstile. */
final class TurnstileTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Time time = Time.system(InstantSource.system());
  private final BlockingQueue<Priority> order = new LinkedBlockingQueue<>();

  @Test
  void whoHasHigherPriorityGoesFirstWheneverItCame() throws InterruptedException {
    Turnstile turnstile = turnstile(1);
    Permit first = through(turnstile, Priority.BACKFILL);
    List<Thread> waiting = new ArrayList<>();
    for (Priority priority : List.of(Priority.BACKFILL, Priority.REFRESH, Priority.LIVE)) {
      Thread thread = passing(turnstile, priority);
      awaitWaiting(thread);
      waiting.add(thread);
    }

    finish(turnstile, first);
    for (Thread thread : waiting) {
      thread.join();
    }

    assertEquals(List.of(Priority.LIVE, Priority.REFRESH, Priority.BACKFILL), List.copyOf(order));
  }

  @Test
  void whoGivesUpLetsTheOthersThrough() throws InterruptedException {
    Turnstile turnstile = turnstile(1);
    Permit first = through(turnstile, Priority.LIVE);
    Thread interrupted = passing(turnstile, Priority.LIVE);
    awaitWaiting(interrupted);
    Thread next = passing(turnstile, Priority.BACKFILL);
    awaitWaiting(next);

    interrupted.interrupt();
    interrupted.join();
    finish(turnstile, first);
    next.join();

    assertEquals(List.of(Priority.BACKFILL), List.copyOf(order));
  }

  @Test
  void nobodyWaitsLongerThanPatienceAllows() throws InterruptedException {
    Turnstile turnstile = turnstile(1);
    var _ = through(turnstile, Priority.LIVE);

    assertInstanceOf(Late.class, turnstile.enter(Kind.API, Priority.LIVE, Duration.ofMillis(10)));
    assertInstanceOf(Late.class, turnstile.enter(Kind.API, Priority.LIVE, Duration.ZERO));
  }

  @Test
  void anInterruptedThreadDoesNotEnter() {
    Thread.currentThread().interrupt();

    assertThrows(
        InterruptedException.class, () -> turnstile(1).enter(Kind.API, Priority.LIVE, LONG));
  }

  @Test
  void manyThreadsNeverExceedTheConnections() throws InterruptedException {
    Turnstile turnstile = turnstile(3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Map<Priority, AtomicInteger> passed = new EnumMap<>(Priority.class);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Priority priority = List.of(Priority.values()).get(i % 3);
      AtomicInteger count = passed.computeIfAbsent(priority, _ -> new AtomicInteger());
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int j = 0; j < 20; j++) {
                        Permit permit = through(turnstile, priority);
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                        finish(turnstile, permit);
                        count.incrementAndGet();
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertTrue(most.get() <= 3, () -> most + " were inside");
    assertEquals(1200, passed.values().stream().mapToInt(AtomicInteger::get).sum());
  }

  private Turnstile turnstile(int connections) {
    return new Turnstile(
        HostPolicy.of(
            "host", Set.of("host"), connections, List.of(Quota.of(100_000, Duration.ofMillis(1)))),
        time);
  }

  private Thread passing(Turnstile turnstile, Priority priority) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                Permit permit = through(turnstile, priority);
                order.add(priority);
                finish(turnstile, permit);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static Permit through(Turnstile turnstile, Priority priority)
      throws InterruptedException {
    return assertInstanceOf(Through.class, turnstile.enter(Kind.API, priority, LONG)).permit();
  }

  private static void finish(Turnstile turnstile, Permit permit) {
    turnstile.answered(permit, Signals.none(Verdict.FINE));
    turnstile.finished(permit, Verdict.FINE);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      assertTrue(thread.isAlive(), "it did not wait");
      Thread.onSpinWait();
    }
  }
}
