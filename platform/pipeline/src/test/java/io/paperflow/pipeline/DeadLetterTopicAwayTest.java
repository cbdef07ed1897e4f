package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class DeadLetterTopicAwayTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void noOffsetOfASinkMovesBeyondALetterWhoseTopicIsMissing(TestKafka kafka) {
    Storing storing = new Storing(kafka.name("store"), kafka.topic("in", 1), kafka.name("missing"));
    sendGoodAndBad(kafka, storing.input());
    RecordingSink sink = new RecordingSink();
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("the others are stored", () -> sink.size() == 20);
      Await.until(
          "the offset before the letter",
          () -> kafka.committedOffset(storing.group(), storing.input(), 0) == 10);
      kafka.create(storing.deadLetters(), 1, Map.of());
      kafka.awaitDone(storing.group(), storing.input());
      assertEquals(0.0, Guarantee.count(registry, storing.group(), "returned"));
    }
    assertEquals(1, kafka.committed(storing.deadLetters()).size());
    assertEquals(20, sink.size());
    Guarantee.accounted(registry, storing.group());
  }

  @Test
  void noOffsetOfASinkMovesBeyondALetterWhichItsTopicRefuses(TestKafka kafka) {
    Storing storing = new Storing(kafka.name("store"), kafka.topic("in", 1), narrow(kafka));
    sendGoodAndBad(kafka, storing.input());
    RecordingSink sink = new RecordingSink();
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("the others are stored", () -> sink.size() == 20);
      Await.until("the trouble is told", () -> loop.status().trouble().isPresent());
      assertEquals("dead-letters-refused", loop.status().trouble().orElseThrow().code());
      Await.until(
          "the offset before the letter",
          () -> kafka.committedOffset(storing.group(), storing.input(), 0) == 10);

      kafka.configure(storing.deadLetters(), Map.of("max.message.bytes", "2000000"));
      kafka.awaitDone(storing.group(), storing.input());
      Await.until("the trouble is over", () -> loop.status().trouble().isEmpty());
    }
    assertEquals(1, kafka.committed(storing.deadLetters()).size());
    Guarantee.accounted(registry, storing.group());
  }

  private static String narrow(TestKafka kafka) {
    return kafka.topic("narrow", 1, Map.of("max.message.bytes", "1000"));
  }

  @Test
  void neitherOffsetsNorOutputsMoveBeyondALetterWhichItsTopicRefuses(TestKafka kafka) {
    Copying copying =
        new Copying(kafka.name("copy"), kafka.topic("in", 1), kafka.topic("out", 1), narrow(kafka));
    sendGoodAndBad(kafka, copying.input());
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      loop.start();
      Await.until("the trouble is told", () -> loop.status().trouble().isPresent());
      String message = loop.status().trouble().orElseThrow().message();
      assertTrue(message.contains(copying.deadLetters()), message);
      assertTrue(loop.status().live());
      assertEquals(List.of(), kafka.committed(copying.output()));
      assertTrue(kafka.committedOffset(copying.group(), copying.input(), 0) <= 0);

      kafka.configure(copying.deadLetters(), Map.of("max.message.bytes", "2000000"));
      kafka.awaitDone(copying.group(), copying.input());
    }
    assertEquals(20, kafka.committed(copying.output()).size());
    assertEquals(1, kafka.committed(copying.deadLetters()).size());
    Guarantee.accounted(registry, copying.group());
  }

  /** The eleventh is bad. */
  private static void sendGoodAndBad(TestKafka kafka, String topic) {
    byte[] bad = new byte[5_000];
    new Random(1).nextBytes(bad);
    bad[0] = '?';
    kafka.send(Numbered.records(topic, Numbered.range(0, 10, 10)));
    kafka.send(List.of(new ProducerRecord<>(topic, Texts.bytes("bad"), bad)));
    kafka.send(Numbered.records(topic, Numbered.range(10, 20, 10)));
  }
}
