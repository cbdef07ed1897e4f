package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {

  private static final TopicPartition P = new TopicPartition("t", 0);

  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void nothingBehindAnOpenRecordMayBeCommitted() {
    for (long offset = 10; offset < 15; offset++) {
      ledger.open(P, offset, 100);
    }
    ledger.close(P, 11);
    ledger.close(P, 14);
    assertEquals(Map.of(P, new OffsetAndMetadata(10)), committable(15));
    ledger.close(P, 10);
    assertEquals(Map.of(P, new OffsetAndMetadata(12)), committable(15));
    ledger.close(P, 12);
    ledger.close(P, 13);
    assertEquals(Map.of(P, new OffsetAndMetadata(15)), committable(15));
  }

  @Test
  void withNothingOpenThePositionIsCommittedPastTransactionMarkers() {
    ledger.open(P, 3, 1);
    ledger.close(P, 3);
    assertEquals(Map.of(P, new OffsetAndMetadata(9)), committable(9));
  }

  @Test
  void whatWasCommittedIsNotCommittedAgain() {
    ledger.committed(Map.of(P, new OffsetAndMetadata(9)));
    assertEquals(Map.of(), committable(9));
    assertEquals(Map.of(P, new OffsetAndMetadata(10)), committable(10));
  }

  @Test
  void aForgottenPartitionHoldsNothingAndLateVerdictsAreIgnored() {
    ledger.open(P, 1, 70);
    ledger.open(P, 2, 30);
    ledger.forget(List.of(P));
    assertFalse(ledger.close(P, 1));
    assertFalse(ledger.holds(P, 2));
    assertEquals(0, ledger.size());
    assertEquals(0, ledger.bytes());
  }

  @Test
  void sizesFollowWhatIsOpen() {
    ledger.open(P, 1, 70);
    ledger.open(P, 2, 30);
    ledger.open(P, 2, 30);
    assertEquals(2, ledger.size());
    assertEquals(100, ledger.bytes());
    assertTrue(ledger.close(P, 1));
    assertFalse(ledger.close(P, 1));
    assertEquals(1, ledger.size());
    assertEquals(30, ledger.bytes());
  }

  private Map<TopicPartition, OffsetAndMetadata> committable(long position) {
    return ledger.committable(List.of(P), p -> position);
  }
}
