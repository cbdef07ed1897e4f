package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class SinkOffsetsTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void theOffsetStaysBeforeARecordWhoseVerdictIsWithheld(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    List<Numbered> sent = Numbered.range(0, 60, 60);
    CountDownLatch withheld = new CountDownLatch(1);
    RecordingSink sink =
        new RecordingSink(
            (item, _) -> {
              if (item.value().endsWith("#25")) {
                withheld.await();
              }
              return Verdict.done();
            });
    kafka.send(Numbered.records(storing.input(), sent));
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("the records around it are stored", () -> sink.size() >= 40);
      Await.until(
          "an offset", () -> kafka.committedOffset(storing.group(), storing.input(), 0) > 0);
      long committed = kafka.committedOffset(storing.group(), storing.input(), 0);
      assertTrue(committed <= 25, () -> "committed " + committed);
      withheld.countDown();
      kafka.awaitDone(storing.group(), storing.input());
    }
    assertEquals(sent, sink.numbered().stream().sorted(BY_NUMBER).toList());
    Guarantee.accounted(registry, storing.group());
  }

  @Test
  void aRecordThatIsNotSafeComesAgainAfterARestart(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    List<Numbered> sent = Numbered.range(0, 100, 100);
    kafka.send(Numbered.records(storing.input(), sent));
    RecordingSink first =
        new RecordingSink(
            (item, _) ->
                item.value().endsWith("#40") ? Verdict.failed(RecordingSink.AWAY) : Verdict.done());
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, first)) {
      loop.start();
      Await.until("all others are stored", () -> first.size() == 99);
    }
    assertEquals(40, kafka.committedOffset(storing.group(), storing.input(), 0));
    RecordingSink second = new RecordingSink();
    MeterRegistry secondRegistry = new SimpleMeterRegistry();
    try (SinkLoop loop = storing.loop(kafka.clients("two"), secondRegistry, second)) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    assertEquals(
        Numbered.range(40, 100, 100), second.numbered().stream().sorted(BY_NUMBER).toList());
    Guarantee.accounted(registry, storing.group());
    Guarantee.accounted(secondRegistry, storing.group());
  }

  @Test
  void closingCommitsAllThatIsStored(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 4);
    List<Numbered> sent = Numbered.range(0, 5_000, 100);
    kafka.send(Numbered.records(storing.input(), sent));
    RecordingSink sink = new RecordingSink();
    for (int part = 1; part <= 4; part++) {
      int enough = part * 1_000;
      try (SinkLoop loop =
          storing.loop(kafka.clients("part-" + part), new SimpleMeterRegistry(), sink)) {
        loop.start();
        Await.until("a part is stored", () -> sink.size() >= enough);
      }
    }
    try (SinkLoop loop = storing.loop(kafka.clients("last"), registry, sink)) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    Guarantee.Run run = new Guarantee.Run(sent, sink.numbered());
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    Guarantee.ORDER_PER_KEY.check(run);
  }

  @Test
  void theStoreIsToldWhenAllIsWrittenAndNotWhileARecordWaits(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 1);
    int longerThanTheQuiet = 5;
    RecordingSink sink =
        new RecordingSink(
            (item, attempt) ->
                item.value().endsWith("#25") && attempt <= longerThanTheQuiet
                    ? Verdict.failed(RecordingSink.AWAY)
                    : Verdict.done());
    kafka.send(Numbered.records(storing.input(), Numbered.range(0, 60, 60)));
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("the store is told", () -> !sink.sizesWhenCaughtUp().isEmpty());
      assertEquals(List.of(60), sink.sizesWhenCaughtUp());
      kafka.send(Numbered.records(storing.input(), Numbered.range(60, 61, 61)));
      Await.until("the store is told again", () -> sink.sizesWhenCaughtUp().size() == 2);
      assertEquals(61, sink.sizesWhenCaughtUp().getLast());
    }
  }

  private static final java.util.Comparator<Numbered> BY_NUMBER =
      java.util.Comparator.comparingInt(Numbered::number);
}
