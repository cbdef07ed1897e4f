package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class SinkDeadLettersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void whatTheStoreRefusesForGoodGoesToDeadLettersAndTheRestGoesOn(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    RecordingSink sink =
        new RecordingSink(
            (item, attempt) ->
                switch (item.value()) {
                  case "refused" -> Verdict.failed(REFUSED);
                  case "refused later" ->
                      Verdict.failed(attempt < 3 ? RecordingSink.AWAY : REFUSED);
                  default -> Verdict.done();
                });
    send(kafka, storing, "good 1", "?undecodable", "refused", "refused later", "good 2");
    kafka.send(List.of(new ProducerRecord<>(storing.input(), Texts.bytes("k"), null)));
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    assertEquals(List.of("good 1", "good 2"), sink.stored());
    assertEquals(
        Map.of(
            "?undecodable", "undecodable after 1",
            "refused", "refused after 1",
            "refused later", "refused after 3"),
        codes(kafka, storing));
    assertEquals(3.0, Guarantee.count(registry, storing.group(), "done"));
    assertEquals(3.0, Guarantee.count(registry, storing.group(), "dead.lettered"));
    Guarantee.accounted(registry, storing.group());
  }

  @Test
  void anItemThatMakesAHealthyStoreThrowFailsAlone(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    RecordingSink sink =
        new RecordingSink(
            (item, _) ->
                switch (item.value()) {
                  case "throws" -> throw new IllegalStateException("a bug");
                  case "overflows" -> overflow(item.value());
                  default -> Verdict.done();
                });
    send(kafka, storing, "good 1", "throws", "good 2", "overflows", "good 3");
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    assertEquals(
        List.of("good 1", "good 2", "good 3"), sink.stored().stream().distinct().sorted().toList());
    assertEquals(
        Map.of("throws", "sink-threw after 1", "overflows", "sink-threw after 1"),
        codes(kafka, storing));
  }

  private static void send(TestKafka kafka, Storing storing, String... values) {
    kafka.send(
        Stream.of(values).map(v -> Texts.record(storing.input(), "key of " + v, v)).toList());
  }

  private static Map<String, String> codes(TestKafka kafka, Storing storing) {
    return kafka.committed(storing.deadLetters()).stream()
        .map(DeadLetter::of)
        .collect(
            Collectors.toMap(
                l -> Texts.text(l.value()),
                l -> l.header(DeadLetter.CODE) + " after " + l.header(DeadLetter.ATTEMPTS)));
  }

  private static Verdict overflow(String text) {
    return text.isEmpty() ? Verdict.done() : overflow(text + text.charAt(0));
  }

  @Test
  void aDeadLetterHasTheBytesKeyAndHeadersOfItsRecordAndSaysWhy(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    kafka.send(
        List.of(
            Texts.record(storing.input(), "a", "good"),
            Texts.record(storing.input(), "b", "bad", Map.of("trace", "t-1"))));
    RecordingSink sink =
        new RecordingSink(
            (item, _) -> item.value().equals("bad") ? Verdict.failed(REFUSED) : Verdict.done());
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    ConsumerRecord<byte[], byte[]> letter = kafka.committed(storing.deadLetters()).getFirst();
    assertArrayEquals(Texts.bytes("bad"), letter.value());
    assertArrayEquals(Texts.bytes("b"), letter.key());
    DeadLetter read = DeadLetter.of(letter);
    assertEquals("t-1", read.header("trace"));
    assertEquals(storing.group(), read.header(DeadLetter.STAGE));
    assertEquals("refused", read.header(DeadLetter.CODE));
    assertEquals("PERMANENT", read.header(DeadLetter.CATEGORY));
    assertEquals("the store cannot hold it", read.header(DeadLetter.REASON));
    assertEquals(storing.input(), read.header(DeadLetter.TOPIC));
    assertEquals("0", read.header(DeadLetter.PARTITION));
    assertEquals("1", read.header(DeadLetter.OFFSET));
    assertEquals("1", read.header(DeadLetter.ATTEMPTS));
  }

  private static final Failure REFUSED = Failure.permanent("refused", "the store cannot hold it");
}
