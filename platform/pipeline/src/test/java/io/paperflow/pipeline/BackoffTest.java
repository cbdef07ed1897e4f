package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  @Test
  void doublesUpToTheLongestWait() {
    RandomGenerator never = () -> 0; // nextDouble is 0: no jitter
    assertEquals(Duration.ofMillis(100), backoff.after(1, never));
    assertEquals(Duration.ofMillis(200), backoff.after(2, never));
    assertEquals(Duration.ofMillis(1600), backoff.after(5, never));
    assertEquals(Duration.ofSeconds(2), backoff.after(6, never));
    assertEquals(Duration.ofSeconds(2), backoff.after(Integer.MAX_VALUE, never));
  }

  @Test
  void jitterTakesAtMostAFifth() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      long millis = backoff.after(3, random).toMillis();
      assertTrue(millis >= 320 && millis <= 400, () -> millis + " ms");
    }
  }
}
