package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class TopicReaderTest {

  @Test
  void theNewestCommittedValueOfEachKeyIsFoundAndDeletedKeysAreNot(TestKafka kafka)
      throws InterruptedException, ExecutionException {
    String topic = kafka.topic("cursors", 2);
    kafka.sendInTransactions(
        List.of(
            Texts.record(topic, "a", "1"),
            Texts.record(topic, "b", "1"),
            Texts.record(topic, "a", "2"),
            Texts.record(topic, "c", "1"),
            new ProducerRecord<>(topic, Texts.bytes("c"), null)),
        2);
    kafka.sendAborted(List.of(Texts.record(topic, "a", "aborted")));
    assertEquals(
        Map.of("a", "2", "b", "1"),
        new TopicReader(kafka.clients("reader")).newestByKey(topic, _ -> true, Texts::text));
  }

  @Test
  void readingEndsThoughRecordsWereDeletedOrTheTopicIsEmptyOrMissing(TestKafka kafka) {
    String topic = kafka.topic("trimmed", 2);
    TopicReader reader = new TopicReader(kafka.clients("reader"));
    assertEquals(Map.of(), reader.newestByKey(topic, _ -> true, Texts::text));
    assertEquals(Map.of(), reader.newestByKey("no-such-topic", _ -> true, Texts::text));
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      records.add(new ProducerRecord<>(topic, i % 2, Texts.bytes("k" + i), Texts.bytes("v")));
    }
    kafka.sendInTransactions(records, 5);
    kafka.deleteBefore(topic, 0, -1);
    kafka.deleteBefore(topic, 1, 3);
    assertEquals(
        java.util.Set.of("k5", "k7", "k9"),
        reader.newestByKey(topic, _ -> true, Texts::text).keySet());
  }
}
