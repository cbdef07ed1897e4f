package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class ReplayTest {

  @Test
  void lettersOfACodeGoThroughAgainOnceTheCauseIsMended(TestKafka kafka) throws Exception {
    Copying copying = Copying.on(kafka, 4);
    AtomicBoolean mended = new AtomicBoolean();
    List<Numbered> sent = Numbered.range(0, 500, 50);
    kafka.send(Numbered.records(copying.input(), sent));
    kafka.send(List.of(Texts.record(copying.input(), "other", "?undecodable")));
    try (TransformLoop loop =
        copying.loop(
            kafka.clients("one"),
            new SimpleMeterRegistry(),
            input ->
                Numbered.parse(input.value()).number() % 3 != 0 || mended.get()
                    ? Copying.copied(input)
                    : new Outcome.Failed<>(Failure.permanent("third", "not yet")))) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
      Replay replay = new Replay(kafka.clients("replay"), copying.deadLetters(), new Random(7));
      Predicate<DeadLetter> third = letter -> letter.header(DeadLetter.CODE).equals("third");
      assertEquals(167, replay.count(third));
      assertEquals(168, replay.count(letter -> true));
      assertEquals(333, kafka.committed(copying.output()).size(), "counting sends nothing");

      mended.set(true);
      assertEquals(167, replay.send(third, 100_000));
      kafka.awaitDone(copying.group(), copying.input());
      assertEquals(168, replay.count(letter -> true), "letters stay");
    }
    Guarantee.Run run = new Guarantee.Run(sent, Numbered.read(kafka.committed(copying.output())));
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
  }

  @Test
  void aReplayedRecordIsTheOriginalByteByByteInItsPartition(TestKafka kafka) throws Exception {
    Copying copying = Copying.on(kafka, 4);
    byte[] key = {(byte) 0xff, 0, (byte) 0x80};
    byte[] header = {(byte) 0xfe, 1};
    ProducerRecord<byte[], byte[]> binary =
        new ProducerRecord<>(copying.input(), 3, key, Texts.bytes("?bad"));
    binary.headers().add("binary", header).add("binary", Texts.bytes("twice"));
    ProducerRecord<byte[], byte[]> keyless =
        new ProducerRecord<>(copying.input(), 2, null, Texts.bytes("?keyless"));
    kafka.send(List.of(binary, keyless));
    try (TransformLoop loop = copying.loop(kafka.clients("one"), new SimpleMeterRegistry())) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }
    new Replay(kafka.clients("replay"), copying.deadLetters(), new Random(7))
        .send(letter -> true, 100_000);

    List<ConsumerRecord<byte[], byte[]>> records = kafka.committed(copying.input());
    assertEquals(4, records.size());
    ConsumerRecord<byte[], byte[]> again =
        records.stream()
            .filter(r -> r.partition() == 3 && r.offset() > 0)
            .findFirst()
            .orElseThrow();
    assertArrayEquals(key, again.key());
    assertEquals("?bad", Texts.text(again.value()));
    assertEquals(2, again.headers().toArray().length);
    assertArrayEquals(header, again.headers().toArray()[0].value());
    ConsumerRecord<byte[], byte[]> keylessAgain =
        records.stream()
            .filter(r -> r.partition() == 2 && r.offset() > 0)
            .findFirst()
            .orElseThrow();
    assertNull(keylessAgain.key());
  }

  @Test
  void lettersWithoutTheirRecordOrOriginAreLeftOut(TestKafka kafka) throws Exception {
    String topic = kafka.topic("dead", 1);
    String origin = kafka.topic("origin", 1);
    ProducerRecord<byte[], byte[]> omitted = Texts.record(topic, "a", "");
    letter(omitted, origin, "0").headers().add(DeadLetter.OMITTED, Texts.bytes("9000000"));
    ProducerRecord<byte[], byte[]> strange = letter(Texts.record(topic, "b", "b"), origin, "first");
    ProducerRecord<byte[], byte[]> fine = letter(Texts.record(topic, "c", "c"), origin, "0");
    kafka.send(List.of(omitted, strange, Texts.record(topic, "d", "no letter at all"), fine));
    assertEquals(
        1, new Replay(kafka.clients("one"), topic, new Random(7)).send(letter -> true, 100_000));
    assertEquals(List.of("c"), Texts.values(kafka.committed(origin)));
  }

  private static ProducerRecord<byte[], byte[]> letter(
      ProducerRecord<byte[], byte[]> record, String origin, String partition) {
    record
        .headers()
        .add(DeadLetter.TOPIC, Texts.bytes(origin))
        .add(DeadLetter.PARTITION, Texts.bytes(partition));
    return record;
  }
}
