package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  @Test
  void resultsComeInTheItemsOrder() throws InterruptedException {
    try (Lanes lanes = new Lanes("test", 4)) {
      List<Integer> items = IntStream.range(0, 1000).boxed().toList();
      Lanes.Batch<Integer> batch = lanes.start(items, i -> i, (i, _) -> i * 2);
      assertTrue(batch.await(BOUND));
      assertEquals(items.stream().map(i -> i * 2).toList(), batch.results());
    }
  }

  @Test
  void itemsOfOneKeyKeepTheirOrder() throws InterruptedException {
    try (Lanes lanes = new Lanes("test", 4)) {
      Map<Integer, ConcurrentLinkedQueue<Integer>> seen = new ConcurrentHashMap<>();
      List<Integer> items = IntStream.range(0, 5000).boxed().toList();
      Lanes.Batch<Boolean> batch =
          lanes.start(
              items,
              i -> i % 7,
              (i, _) -> seen.computeIfAbsent(i % 7, k -> new ConcurrentLinkedQueue<>()).add(i));
      assertTrue(batch.await(BOUND));
      seen.values()
          .forEach(order -> assertEquals(order.stream().sorted().toList(), List.copyOf(order)));
    }
  }

  @Test
  void itemsOfDifferentKeysAreWorkedOnAtTheSameTime() throws InterruptedException {
    try (Lanes lanes = new Lanes("test", 2)) {
      CountDownLatch both = new CountDownLatch(2);
      Lanes.Batch<Boolean> batch = lanes.start(List.of(0, 1), i -> i, (_, _) -> meet(both));
      assertTrue(batch.await(BOUND));
      assertEquals(List.of(true, true), batch.results());
    }
  }

  @Test
  void whatTheWorkThrowsIsThrownAgain() throws InterruptedException {
    try (Lanes lanes = new Lanes("test", 2)) {
      Lanes.Batch<Integer> batch =
          lanes.start(
              List.of(0, 1),
              i -> i,
              (i, _) -> {
                throw new NoClassDefFoundError("gone");
              });
      assertTrue(batch.await(BOUND));
      assertThrows(NoClassDefFoundError.class, batch::results);
    }
  }

  @Test
  void aBatchThatIsGivenUpEndsItsWaits() throws InterruptedException {
    try (Lanes lanes = new Lanes("test", 1)) {
      CountDownLatch waiting = new CountDownLatch(1);
      Lanes.Batch<Boolean> batch =
          lanes.start(
              List.of(0, 1),
              i -> i,
              (_, patience) -> {
                waiting.countDown();
                return patience.waited(Duration.ofHours(1));
              });
      assertTrue(waiting.await(20, TimeUnit.SECONDS));
      batch.giveUp();
      assertTrue(batch.await(BOUND));
    }
  }

  private static boolean meet(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
