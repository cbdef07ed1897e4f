package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AimdWindowTest {

  private final AimdWindow window = new AimdWindow(10, 3000);

  @Test
  void halvesWhenTheStoreIsOverloadedAndNeverCloses() {
    window.overloaded();
    assertEquals(1500, window.size());
    for (int i = 0; i < 20; i++) {
      window.overloaded();
    }
    assertEquals(10, window.size());
  }

  @Test
  void isFullyOpenAgainAfterTenAcceptedBatches() {
    for (int i = 0; i < 20; i++) {
      window.overloaded();
    }
    for (int i = 0; i < 10; i++) {
      window.accepted();
    }
    assertEquals(3000, window.size());
    window.accepted();
    assertEquals(3000, window.size());
  }
}
