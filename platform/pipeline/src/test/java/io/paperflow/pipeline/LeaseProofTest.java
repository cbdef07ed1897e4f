package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseProofTest {

  private final LeaseProof proof = new LeaseProof(Duration.ofSeconds(100));

  @Test
  void nothingIsCertainBeforeTheFirstProof() {
    assertFalse(proof.holds());
  }

  @Test
  void aProofLastsASessionFromTheQuestionLessATenth() {
    long now = System.nanoTime();
    proof.given(now - Duration.ofSeconds(80).toNanos());
    assertTrue(proof.holds());
    proof.given(now - Duration.ofSeconds(91).toNanos());
    assertFalse(proof.holds());
  }
}
