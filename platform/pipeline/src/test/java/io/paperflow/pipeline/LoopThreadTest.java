package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.pipeline.LoopStatus.State;
import io.paperflow.pipeline.LoopThread.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class LoopThreadTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final List<String> calls = new CopyOnWriteArrayList<>();

  @Test
  void afterTroubleItPreparesAgainAndAtTheEndItDrainsAndReleases() {
    List<Integer> turns = new ArrayList<>();
    LoopThread thread =
        loop(
            () -> {
              turns.add(1);
              if (turns.size() == 2) {
                throw new KafkaException("broker away", new IllegalStateException("the cause"));
              }
              return true;
            });
    thread.start();
    Await.until("prepared twice", () -> calls.stream().filter("prepare"::equals).count() == 2);
    Await.until("no trouble", () -> thread.status().trouble().isEmpty());
    assertEquals(State.RUNNING, thread.status().state());
    thread.close(BOUND);
    assertEquals(State.STOPPED, thread.status().state());
    assertEquals(List.of("prepare", "prepare", "drain", "release"), calls);
  }

  @Test
  void troubleIsToldWithItsCauseAndIsNotReady() {
    LoopThread thread =
        loop(
            () -> {
              throw new KafkaException("broker away", new IllegalStateException("the cause"));
            });
    thread.start();
    Await.until("trouble", () -> thread.status().trouble().isPresent());
    String message = thread.status().trouble().orElseThrow().message();
    assertTrue(message.contains("broker away") && message.contains("the cause"), message);
    assertTrue(thread.status().live());
    assertFalse(thread.status().ready());
    thread.close(BOUND);
    assertFalse(calls.contains("drain"), "what failed must not be committed");
    assertEquals("release", calls.getLast());
  }

  @Test
  void refusedCredentialsEndTheLoopHoweverWrapped() {
    LoopThread thread =
        loop(
            () -> {
              throw new KafkaException(
                  "in a callback", new TopicAuthorizationException("not allowed"));
            });
    thread.start();
    Await.until("it ended", () -> calls.contains("release"));
    assertEquals(State.FAILED, thread.status().state());
    assertEquals("kafka-refused", thread.status().trouble().orElseThrow().code());
    assertFalse(thread.status().live());
    thread.close(BOUND);
  }

  @Test
  void anErrorEndsTheLoopAndIsSeen() {
    LoopThread thread =
        loop(
            () -> {
              throw new NoClassDefFoundError("gone");
            });
    thread.start();
    Await.until("it ended", () -> calls.contains("release"));
    assertEquals(State.FAILED, thread.status().state());
    assertFalse(thread.status().live());
    assertFalse(calls.contains("drain"));
  }

  @Test
  void aTurnThatHangsIsInterruptedAfterTheBoundAndReleased() {
    CountDownLatch hanging = new CountDownLatch(1);
    LoopThread thread =
        loop(
            () -> {
              hanging.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw KafkaTrouble.interrupted(e);
              }
              return false;
            });
    thread.start();
    Await.until("it hangs", () -> hanging.getCount() == 0);
    thread.close(Duration.ofMillis(50));
    assertEquals(State.STOPPED, thread.status().state());
    assertEquals(List.of("prepare", "release"), calls);
  }

  @Test
  void closingBeforeTheStartDoesNothing() {
    LoopThread thread = loop(() -> true);
    thread.close(BOUND);
    assertEquals(State.NEW, thread.status().state());
    assertEquals(List.of(), calls);
  }

  private LoopThread loop(BooleanSupplier turn) {
    return new LoopThread(
        "test",
        new Scripted(turn),
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(20)),
        new Random(7));
  }

  private final class Scripted implements LoopThread.Body {

    private final BooleanSupplier turn;

    Scripted(BooleanSupplier turn) {
      this.turn = turn;
    }

    @Override
    public void prepare() {
      calls.add("prepare");
    }

    @Override
    public boolean turn(Signals signals) {
      return turn.getAsBoolean();
    }

    @Override
    public void drain(Signals signals) {
      calls.add("drain");
    }

    @Override
    public void release() {
      calls.add("release" + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));
    }

    @Override
    public int assigned() {
      return 1;
    }

    @Override
    public Optional<Failure> waitsFor() {
      return Optional.empty();
    }
  }
}
