package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;

class RecordSizeTest {

  private final Random random = new Random(7);

  @Test
  void isNeverLessThanTheProducersOwnEstimateAndNotMuchMore() {
    for (int i = 0; i < 500; i++) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>("topic", bytes(300), bytes(200_000));
      for (int header = random.nextInt(5); header > 0; header--) {
        record.headers().add("tröpf-" + "x".repeat(random.nextInt(100)), bytes(1_000));
      }
      int estimate =
          AbstractRecords.estimateSizeInBytesUpperBound(
              RecordBatch.CURRENT_MAGIC_VALUE,
              Compression.NONE.type(),
              record.key(),
              record.value(),
              record.headers().toArray());
      long size = RecordSize.of(record);
      assertTrue(size >= estimate && size < estimate + 200, () -> size + " for " + estimate);
    }
  }

  @Test
  void recordsWithoutKeyOrValueHaveASizeToo() {
    assertTrue(RecordSize.of(new ProducerRecord<>("topic", null)) > 0);
    assertTrue(
        RecordSize.of(Texts.record("topic", "", "", Map.of("a", "b")))
            > RecordSize.of(Texts.record("topic", "", "")));
  }

  private byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }
}
