package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.SinkSpec.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class SinkRetryTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void itemsThatFailForAWhileKeepTheOrderOfTheirKeyAndLetOthersPass(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 4);
    List<Numbered> sent = Numbered.range(0, 6_000, 300);
    kafka.send(Numbered.records(storing.input(), sent));
    RecordingSink sink =
        new RecordingSink(
            (item, attempt) -> {
              int lot = Math.floorMod(item.value().hashCode() * 31, 20);
              return switch (lot) {
                case 0 -> attempt < 3 ? Verdict.failed(RecordingSink.AWAY) : Verdict.done();
                case 1 -> attempt < 2 ? Verdict.failed(OVERLOAD) : Verdict.done();
                default -> Verdict.done();
              };
            });
    try (SinkLoop loop =
        storing.loop(kafka.clients("one"), registry, sink, new Limits(100, 1_000_000, 3))) {
      loop.start();
      kafka.awaitDone(storing.group(), storing.input());
    }
    Guarantee.Run run = new Guarantee.Run(sent, sink.numbered());
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    Guarantee.ORDER_PER_KEY.check(run);
    assertEquals(0, sink.keysAtWorkTwice());
    assertTrue(Guarantee.count(registry, storing.group(), "retried") > 100);
    Guarantee.accounted(registry, storing.group());
  }

  @Test
  void anAbsentStorePausesTheReadingAndKeepsTheMembership(TestKafka kafka) {
    Storing storing = Storing.on(kafka, 2);
    List<Numbered> sent = Numbered.range(0, 20_000, 500);
    kafka.send(Numbered.records(storing.input(), sent));
    KafkaSettings plain = kafka.settings("one");
    KafkaSettings impatient =
        new KafkaSettings(
            plain.bootstrapServers(),
            plain.instanceId(),
            plain.partitions(),
            plain.replicationFactor(),
            Map.of("max.poll.interval.ms", "3000"));
    RecordingSink sink = new RecordingSink();
    sink.away(true);
    Limits limits = new Limits(100, 1_000_000, 2);
    try (SinkLoop loop =
        storing.loop(new KafkaClients(impatient, TestKafka.TAKEOVER), registry, sink, limits)) {
      loop.start();
      // The waits between 7 tries are longer than a member may go without polling.
      Await.until("many tries", () -> sink.mostAttempts() >= 7);
      assertEquals(0.0, Guarantee.count(registry, storing.group(), "returned"));
      assertEquals(2, loop.status().assignedPartitions());
      assertTrue(loop.status().live());
      assertEquals("store-away", loop.status().trouble().orElseThrow().code());
      assertEquals("store-away", loop.check().orElseThrow().code());
      double held = Guarantee.count(registry, storing.group(), "consumed");
      assertTrue(held <= limits.buffered() + 1000, () -> held + " records are held");
      assertEquals(0, kafka.committedOffset(storing.group(), storing.input(), 0));

      sink.away(false);
      kafka.awaitDone(storing.group(), storing.input());
      Await.until("no trouble", () -> loop.status().trouble().isEmpty());
      assertEquals(0.0, Guarantee.count(registry, storing.group(), "returned"));
    }
    Guarantee.Run run = new Guarantee.Run(sent, sink.numbered());
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    Guarantee.ORDER_PER_KEY.check(run);
    Guarantee.accounted(registry, storing.group());
  }

  private static final Failure OVERLOAD =
      new Failure("too-much", FailureCategory.OVERLOAD, "the store asks for less");
}
