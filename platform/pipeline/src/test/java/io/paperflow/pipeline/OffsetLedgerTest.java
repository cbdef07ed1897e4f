package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {

  private static final TopicPartition P = new TopicPartition("t", 0);

  private final OffsetLedger<String> ledger = new OffsetLedger<>();

  @Test
  void nothingBehindAnOpenRecordMayBeCommitted() {
    for (long offset = 10; offset < 15; offset++) {
      open(offset, 100);
    }
    read(15);
    ledger.close(P, 11);
    ledger.close(P, 14);
    assertEquals(committed(10), committable());
    ledger.close(P, 10);
    assertEquals(committed(12), committable());
    ledger.close(P, 12);
    ledger.close(P, 13);
    assertEquals(committed(15), committable());
  }

  @Test
  void nothingMayBeCommittedBeforeAllThatWasReadIsNoted() {
    open(10, 1);
    ledger.close(P, 10);
    assertEquals(Map.of(), committable());
  }

  @Test
  void withNothingOpenWhatWasReadIsCommittedPastTransactionMarkers() {
    open(3, 1);
    read(9);
    ledger.close(P, 3);
    assertEquals(committed(9), committable());
  }

  @Test
  void whatWasCommittedIsNotCommittedAgain() {
    read(9);
    ledger.committed(committed(9));
    assertEquals(Map.of(), committable());
    read(10);
    assertEquals(committed(10), committable());
  }

  @Test
  void aForgottenPartitionHoldsNothingAndTellsWhatWasOpen() {
    open(1, 70);
    open(2, 30);
    open(3, 30);
    read(4);
    ledger.close(P, 2);
    assertEquals(List.of("record 1", "record 3"), ledger.forget(List.of(P)));
    ledger.close(P, 1);
    assertEquals(0, ledger.size());
    assertEquals(0, ledger.bytes());
    assertEquals(Map.of(), committable());
  }

  @Test
  void sizesFollowWhatIsOpen() {
    open(1, 70);
    open(2, 30);
    open(2, 30);
    assertEquals(2, ledger.size());
    assertEquals(100, ledger.bytes());
    assertEquals(List.of("record 1"), ledger.oldest());
    ledger.close(P, 1);
    ledger.close(P, 1);
    assertEquals(1, ledger.size());
    assertEquals(30, ledger.bytes());
    assertEquals(List.of("record 2"), ledger.oldest());
  }

  private void open(long offset, int bytes) {
    ledger.open(P, offset, bytes, "record " + offset);
  }

  private void read(long next) {
    ledger.read(committed(next));
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(long offset) {
    return Map.of(P, new OffsetAndMetadata(offset));
  }

  private Map<TopicPartition, OffsetAndMetadata> committable() {
    return ledger.committable(List.of(P));
  }
}
