package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.pipeline.Publisher.PublishException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class PublisherTest {

  @Test
  void allRecordsBecomeVisibleTogetherAndOnceThoughProducersFail(TestKafka kafka)
      throws PublishException {
    String documents = kafka.topic("documents", 2);
    String cursors = kafka.topic("cursors", 2);
    FaultyClients faulty = new FaultyClients(kafka.settings("one"), 3);
    try (Publisher publisher = new Publisher(faulty, kafka.name("publisher"), new Random(7))) {
      for (int i = 0; i < 20; i++) {
        publisher.publish(
            List.of(
                Publication.of(documents, "key", Texts.bytes("document " + i), Map.of("a", "b")),
                Publication.of(cursors, "key " + i, Texts.bytes("cursor " + i), Map.of())
                    .placed("key")));
      }
    }
    assertTrue(faulty.faults() > 5);
    assertEquals(20, Texts.values(kafka.committed(documents)).stream().distinct().count());
    assertEquals(20, kafka.committed(documents).size());
    assertEquals(
        Set.of(TransformStep.partition("key", 2)),
        kafka.committed(cursors).stream().map(r -> r.partition()).collect(Collectors.toSet()));
    assertEquals(20, kafka.committed(cursors).size());
  }

  @Test
  void aRecordThatIsTooLargeIsRefusedAtOnceAndNothingOfItsBatchIsVisible(TestKafka kafka)
      throws PublishException {
    String topic = kafka.topic("documents", 1);
    Publication small = Publication.of(topic, "a", Texts.bytes("small"), Map.of());
    Publication large =
        Publication.of(topic, "b", new byte[KafkaClients.MAX_LETTER_BYTES], Map.of());
    try (Publisher publisher =
        new Publisher(kafka.clients("one"), kafka.name("publisher"), new Random(7))) {
      PublishException refused =
          assertThrows(PublishException.class, () -> publisher.publish(List.of(small, large)));
      assertTrue(String.valueOf(refused.getMessage()).contains(topic));
      publisher.publish(List.of(small));
    }
    assertEquals(List.of("small"), Texts.values(kafka.committed(topic)));
  }

  @Test
  void aNewerPublisherOfTheSameNameIsNotDisturbedByTheOlder(TestKafka kafka)
      throws PublishException {
    String topic = kafka.topic("documents", 1);
    String name = kafka.name("publisher");
    KafkaClients clients = kafka.clients("one");
    try (Publisher older = new Publisher(clients, name, new Random(7));
        Publisher newer = new Publisher(clients, name, new Random(7))) {
      older.publish(List.of(Publication.of(topic, "a", Texts.bytes("1"), Map.of())));
      newer.publish(List.of(Publication.of(topic, "a", Texts.bytes("2"), Map.of())));
      older.publish(List.of(Publication.of(topic, "a", Texts.bytes("3"), Map.of())));
      newer.publish(List.of(Publication.of(topic, "a", Texts.bytes("4"), Map.of())));
    }
    assertEquals(List.of("1", "2", "3", "4"), Texts.values(kafka.committed(topic)));
  }
}
