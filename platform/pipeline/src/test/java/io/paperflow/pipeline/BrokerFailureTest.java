package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.SinkSpec.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class BrokerFailureTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  private interface Trouble {
    void on(TestKafka kafka, KafkaCheck check) throws Exception;
  }

  @Test
  void nothingIsLostOrDoubledWhenTheBrokerIsKilled(TestKafka kafka) throws Exception {
    flowsThrough(
        kafka,
        (_, check) -> {
          kafka.broker().kill();
          assertUnreachable(check);
          kafka.broker().restart();
        });
  }

  @Test
  void nothingIsLostOrDoubledWhenTheBrokerFreezesForLongerThanASession(TestKafka kafka)
      throws Exception {
    flowsThrough(
        kafka,
        (_, check) -> {
          kafka.broker().suspend();
          try {
            // The signal was sent; threads of the broker may still answer what is under way.
            Await.until("it is frozen", () -> check.check().isPresent());
            // Each check waits for two seconds.
            for (int i = 0; i < 4; i++) {
              assertUnreachable(check);
            }
          } finally {
            kafka.broker().resume();
          }
        });
  }

  private static void assertUnreachable(KafkaCheck check) {
    assertEquals(
        Optional.of("kafka-unreachable"), check.check().map(Failure::code), "checked meanwhile");
  }

  /** Copies to another topic and from there into a store, with trouble on the way. */
  private void flowsThrough(TestKafka kafka, Trouble trouble) throws Exception {
    Copying copying = Copying.on(kafka, 4);
    Storing storing = new Storing(kafka.name("store"), copying.output(), copying.deadLetters());
    RecordingSink sink = new RecordingSink();
    KafkaClients clients = kafka.clients("one");
    try (Feed feed = Feed.into(kafka, copying.input());
        TransformLoop transform = copying.loop(clients, registry);
        SinkLoop store = storing.loop(clients, registry, sink, new Limits(100, 1_000_000, 2));
        KafkaCheck check = new KafkaCheck(clients)) {
      transform.start();
      store.start();
      Await.until("it flows", () -> sink.size() >= 2_000);
      assertEquals(Optional.empty(), check.check());
      trouble.on(kafka, check);
      assertTrue(transform.status().live());
      assertTrue(store.status().live());
      int before = sink.size();
      Await.until("it flows again", () -> sink.size() >= before + 2_000);
      assertEquals(Optional.empty(), check.check());

      List<Numbered> sent = feed.end();
      kafka.awaitDone(copying.group(), copying.input());
      kafka.awaitDone(storing.group(), storing.input());
      Guarantee.Run copied =
          new Guarantee.Run(sent, Numbered.read(kafka.committed(copying.output())));
      Guarantee.NOTHING_LOST.check(copied);
      Guarantee.NOTHING_TWICE.check(copied);
      Guarantee.ORDER_PER_KEY.check(copied);
      Guarantee.Run stored = new Guarantee.Run(sent, sink.numbered());
      Guarantee.NOTHING_LOST.check(stored);
      Guarantee.NEWEST_LAST.check(stored);
      assertEquals(0, sink.keysAtWorkTwice());
      // A record counts when its transaction is committed, not when it is sent.
      assertEquals(sent.size(), Guarantee.count(registry, copying.group(), "done"));
    }
    Guarantee.accounted(registry, copying.group());
    Guarantee.accounted(registry, storing.group());
  }
}
