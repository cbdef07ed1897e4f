package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietMomentsTest {

  private long now;
  private final QuietMoments moments = new QuietMoments(() -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void oneSoonAfterTheLastRecordAndNoneWithoutAny() {
    pass(Duration.ofMinutes(1));
    assertFalse(moments.isNow(), "nothing was written");
    moments.taken();
    moments.written();
    assertFalse(moments.isNow(), "more may come");
    pass(QuietMoments.QUIET);
    assertTrue(moments.isNow());
    assertFalse(moments.isNow(), "told once");
  }

  @Test
  void aStreamWithPausesHasFewAndItsLastRecordHasOne() {
    int told = 0;
    for (int i = 0; i < 60; i++) {
      moments.taken();
      moments.written();
      pass(Duration.ofSeconds(1));
      told += moments.isNow() ? 1 : 0;
    }
    assertEquals(20, told);
    pass(QuietMoments.APART);
    assertTrue(moments.isNow(), "the last two records");
  }
}
