package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Outcome.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class TransformDeadLettersTest {

  private static final int LARGE = KafkaClients.MAX_RECORD_BYTES;

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void whatCannotBeHandledGoesToDeadLettersAndTheRestGoesOn(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    List<String> values =
        List.of(
            "good 1",
            "?undecodable",
            "permanent",
            "throws",
            "overflows",
            "lacks a class",
            "too large",
            "unencodable",
            "in parts",
            "good 2");
    kafka.send(
        values.stream()
            .map(v -> Texts.record(copying.input(), "key of " + v, v, Map.of("trace", "t-" + v)))
            .toList());
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry, this::transform)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }

    assertEquals(
        List.of("good 1", "part 1", "part 2", "good 2"),
        Texts.values(kafka.committed(copying.output())));
    List<ConsumerRecord<byte[], byte[]>> letters = kafka.committed(copying.deadLetters());
    Map<String, String> codes =
        letters.stream()
            .map(DeadLetter::of)
            .collect(Collectors.toMap(l -> Texts.text(l.value()), l -> l.header(DeadLetter.CODE)));
    assertEquals(
        Map.of(
            "?undecodable", "undecodable",
            "permanent", "not-wanted",
            "throws", "transform-threw",
            "overflows", "transform-threw",
            "lacks a class", "transform-threw",
            "too large", "output-too-large",
            "unencodable", "unencodable",
            "rejected part", "unreadable-part"),
        codes);
    assertEquals(4.0, Guarantee.count(registry, copying.group(), "done"));
    assertEquals(6.0, Guarantee.count(registry, copying.group(), "dead.lettered"));
    assertEquals(2.0, Guarantee.count(registry, copying.group(), "rejected"));
    assertEquals(4.0, Guarantee.count(registry, copying.group(), "outputs"));
    Guarantee.accounted(registry, copying.group());
  }

  private Outcome<String> transform(Delivery<String> input) {
    return switch (input.value()) {
      case "permanent" ->
          new Outcome.Failed<>(Failure.permanent("not-wanted", "it is not wanted here"));
      case "throws" -> throw new IllegalStateException("a bug");
      case "overflows" -> transform(new Delivery<>("", "overflows", 0, Instant.EPOCH, Map.of()));
      case "lacks a class" -> throw new NoClassDefFoundError("Missing");
      case "too large" -> outputs(List.of("x".repeat(LARGE)), List.of());
      case "unencodable" -> new Outcome.Transformed<>(List.of(unencodable()), List.of());
      case "in parts" ->
          outputs(
              List.of("part 1", "part 2"),
              List.of(
                  new Rejected(
                      Failure.permanent("unreadable-part", "the third part is unreadable"),
                      Texts.bytes("rejected part"))));
      default -> outputs(List.of(input.value()), List.of());
    };
  }

  private static Outcome<String> outputs(List<String> values, List<Rejected> rejected) {
    return new Outcome.Transformed<>(
        values.stream().map(v -> new Output<>(v.substring(0, 1), "p", v, Map.of())).toList(),
        rejected);
  }

  @SuppressWarnings("NullAway") // What a buggy transform returns.
  private static Output<String> unencodable() {
    return new Output<>("key", "p", null, Map.of());
  }

  @Test
  void aDeadLetterHasTheBytesKeyAndHeadersOfItsRecordAndSaysWhy(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    byte[] value = bytes(5_000);
    value[0] = '?';
    byte[] key = bytes(40);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(copying.input(), null, null, key, value);
    byte[] binary = bytes(30);
    record.headers().add("trace", Texts.bytes("t-1")).add("binary", binary);
    kafka.send(List.of(Texts.record(copying.input(), "a", "good"), record));
    Instant before = Instant.now();
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }

    ConsumerRecord<byte[], byte[]> letter = kafka.committed(copying.deadLetters()).getFirst();
    assertArrayEquals(value, letter.value());
    assertArrayEquals(key, letter.key());
    assertArrayEquals(binary, letter.headers().lastHeader("binary").value());
    DeadLetter read = DeadLetter.of(letter);
    assertEquals("t-1", read.header("trace"));
    assertEquals(copying.group(), read.header(DeadLetter.STAGE));
    assertEquals("undecodable", read.header(DeadLetter.CODE));
    assertEquals("PERMANENT", read.header(DeadLetter.CATEGORY));
    assertEquals("it begins with a question mark", read.header(DeadLetter.REASON));
    assertEquals(copying.input(), read.header(DeadLetter.TOPIC));
    assertEquals("0", read.header(DeadLetter.PARTITION));
    assertEquals("1", read.header(DeadLetter.OFFSET));
    assertEquals("1", read.header(DeadLetter.ATTEMPTS));
    assertFalse(Instant.parse(read.header(DeadLetter.TIME)).isBefore(before));
  }

  @Test
  void headersTravelOnByteByByteAndRecordsWithoutValueAreSkipped(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    byte[] binary = bytes(30);
    ProducerRecord<byte[], byte[]> good = Texts.record(copying.input(), "a", "good");
    good.headers().add("binary", binary).add(LoopHeaders.SCHEMA, Texts.bytes("older"));
    ProducerRecord<byte[], byte[]> noKey =
        new ProducerRecord<>(copying.input(), Texts.bytes("no key"));
    ProducerRecord<byte[], byte[]> noValue =
        new ProducerRecord<>(copying.input(), Texts.bytes("a"), null);
    ProducerRecord<byte[], byte[]> nothing = new ProducerRecord<>(copying.input(), null, null);
    kafka.send(List.of(good, noKey, noValue, nothing));
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }
    List<ConsumerRecord<byte[], byte[]>> outputs = kafka.committed(copying.output());
    assertEquals(List.of("good", "no key"), Texts.values(outputs));
    assertArrayEquals(binary, outputs.getFirst().headers().lastHeader("binary").value());
    assertEquals(
        List.of(new RecordHeader(LoopHeaders.SCHEMA, Texts.bytes("text"))),
        headers(outputs.getFirst(), LoopHeaders.SCHEMA));
    assertEquals(4.0, Guarantee.count(registry, copying.group(), "done"));
  }

  private static List<Object> headers(ConsumerRecord<byte[], byte[]> record, String name) {
    List<Object> found = new ArrayList<>();
    record.headers().headers(name).forEach(found::add);
    return found;
  }

  @Test
  void aRecordTooLargeForADeadLetterIsNamedThereAndStopsNobody(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    String huge = "?" + "x".repeat(KafkaClients.MAX_LETTER_BYTES);
    String largest = "?" + "y".repeat(KafkaClients.MAX_RECORD_BYTES);
    kafka.send(
        List.of(
            Texts.record(copying.input(), "a", huge),
            Texts.record(copying.input(), "b", largest),
            Texts.record(copying.input(), "c", "good")));
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }
    assertEquals(List.of("good"), Texts.values(kafka.committed(copying.output())));
    List<DeadLetter> letters =
        kafka.committed(copying.deadLetters()).stream().map(DeadLetter::of).toList();
    DeadLetter omitted = letters.getFirst();
    assertEquals(0, omitted.value().length);
    assertTrue(Integer.parseInt(omitted.header(DeadLetter.OMITTED)) > huge.length());
    assertEquals("0", omitted.header(DeadLetter.OFFSET));
    assertFalse(omitted.replayable());
    DeadLetter kept = letters.getLast();
    assertEquals(largest, Texts.text(kept.value()));
    assertTrue(kept.replayable());
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
