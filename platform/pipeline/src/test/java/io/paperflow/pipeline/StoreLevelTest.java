package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreLevelTest {

  private static final Duration QUICK = Duration.ofMillis(200);

  private final StoreLevel level = new StoreLevel(new SinkSpec.Limits(400, 1 << 20, 4));

  private void check(int records, int writers) {
    assertEquals(records, level.records());
    assertEquals(writers, level.writers());
  }

  @Test
  void aStoreThatRefusesOrIsSlowGetsLessAtOnceAndLessSideBySide() {
    check(400, 4);
    level.written(400, 300, 100, QUICK);
    check(200, 2);
    level.written(200, 200, 0, StoreLevel.SLOW.plusMillis(1));
    check(100, 1);
    for (int i = 0; i < 10; i++) {
      level.written(100, 0, 100, QUICK);
    }
    check(10, 1);
  }

  @Test
  void aStoreThatTakesBatchesGetsLargerOnesAndThenMoreOfThem() {
    level.written(400, 0, 400, QUICK);
    level.written(400, 0, 400, QUICK);
    check(100, 1);
    for (int size = 140; size <= 380; size += 40) {
      level.written(100, 100, 0, QUICK);
      check(size, 1);
    }
    level.written(100, 100, 0, QUICK);
    check(400, 1);
    for (int writers = 2; writers <= 4; writers++) {
      level.written(400, 400, 0, QUICK);
      check(400, writers);
    }
    level.written(400, 400, 0, StoreLevel.SLOW);
    check(400, 4);
  }

  @Test
  void aFewRefusedItemsAndABatchThatFailedOtherwiseSayNothing() {
    level.written(400, 361, 39, QUICK);
    check(400, 4);
    level.written(400, 0, 400, QUICK);
    level.written(200, 0, 0, QUICK);
    check(200, 2);
  }
}
