package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.embedded.child.LocalPort;
import io.paperflow.pipeline.LoopStatus.State;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class LoopLifeTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void missingTopicsAreCreatedAtTheStart(TestKafka kafka) {
    Copying copying =
        new Copying(kafka.name("copy"), kafka.name("in"), kafka.name("out"), kafka.name("dead"));
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      assertEquals(State.NEW, loop.status().state());
      assertFalse(loop.status().ready());
      loop.start();
      Await.until("it runs", () -> loop.status().ready());
      kafka.send(Numbered.records(copying.input(), Numbered.range(0, 100, 10)));
      kafka.awaitDone(copying.group(), copying.input());
    }
    assertEquals(100, kafka.committed(copying.output()).size());
  }

  @Test
  void aPausedLoopReadsNothingAndKeepsItsPartitions(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 2);
    kafka.send(Numbered.records(copying.input(), Numbered.range(0, 100, 10)));
    try (TransformLoop loop = copying.loop(kafka.clients("one"), registry)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
      loop.pause();
      Await.until("it pauses", () -> loop.status().state() == State.PAUSED);
      kafka.send(Numbered.records(copying.input(), Numbered.range(100, 200, 10)));
      // Another instance that joins meanwhile shows that the paused one still takes part.
      try (TransformLoop other = copying.loop(kafka.clients("two"), new SimpleMeterRegistry())) {
        other.pause();
        other.start();
        Await.until(
            "both have a partition",
            () ->
                loop.status().assignedPartitions() == 1
                    && other.status().assignedPartitions() == 1);
        assertEquals(100, kafka.committed(copying.output()).size());
      }
      assertTrue(loop.status().ready());
      loop.resume();
      kafka.awaitDone(copying.group(), copying.input());
      assertEquals(200, kafka.committed(copying.output()).size());
    }
  }

  @Test
  void aClosedLoopHasCommittedWhatItFinishedAndLeftItsGroup(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 4);
    List<Numbered> sent = Numbered.range(0, 5_000, 100);
    kafka.send(Numbered.records(copying.input(), sent));
    AtomicInteger seen = new AtomicInteger();
    for (int part = 1; part <= 4; part++) {
      int enough = part * 1_000;
      try (TransformLoop loop =
          copying.loop(
              kafka.clients("part-" + part),
              new SimpleMeterRegistry(),
              input -> {
                seen.incrementAndGet();
                return Copying.copied(input);
              })) {
        loop.start();
        Await.until("a part is seen", () -> seen.get() >= enough);
        loop.close();
        assertEquals(State.STOPPED, loop.status().state());
        assertTrue(loop.status().live());
      }
      assertEquals(Map.of(), kafka.members(copying.group()));
    }
    try (TransformLoop loop = copying.loop(kafka.clients("last"), registry)) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }
    Guarantee.Run run = new Guarantee.Run(sent, Numbered.read(kafka.committed(copying.output())));
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    Guarantee.ORDER_PER_KEY.check(run);
    Guarantee.accounted(registry, copying.group());
  }

  @Test
  void aTransformThatFailsForAWhileHoldsNeitherTheMembershipNorWhatIsDone(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 2);
    AtomicBoolean away = new AtomicBoolean(true);
    kafka.send(Numbered.records(copying.input(), Numbered.range(0, 100, 10)));
    KafkaSettings plain = kafka.settings("one");
    KafkaSettings impatient =
        new KafkaSettings(
            plain.bootstrapServers(), "one", 2, 1, Map.of("max.poll.interval.ms", "3000"));
    CountDownLatch tries = new CountDownLatch(7);
    try (TransformLoop loop =
        copying.loop(
            new KafkaClients(impatient, TestKafka.TAKEOVER),
            registry,
            input -> {
              if (input.value().endsWith("#150") && away.get()) {
                tries.countDown();
                return new Outcome.Failed<>(RecordingSink.AWAY);
              }
              return Copying.copied(input);
            })) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
      kafka.send(Numbered.records(copying.input(), Numbered.range(100, 200, 10)));
      // The waits between 7 tries are longer than a member may go without polling.
      Await.until("many tries", () -> tries.getCount() == 0);
      assertEquals(2, loop.status().assignedPartitions());
      assertTrue(loop.status().live());
      assertEquals(0.0, Guarantee.count(registry, copying.group(), "returned"));
      away.set(false);
      kafka.awaitDone(copying.group(), copying.input());
      assertEquals(0.0, Guarantee.count(registry, copying.group(), "returned"));
    }
    Guarantee.Run run =
        new Guarantee.Run(
            Numbered.range(0, 200, 10), Numbered.read(kafka.committed(copying.output())));
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    Guarantee.ORDER_PER_KEY.check(run);
    Guarantee.accounted(registry, copying.group());
  }

  @Test
  void aFatalFailureEndsTheLoopAndItsLivenessAndCommitsNothingOfIt(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    kafka.send(Numbered.records(copying.input(), Numbered.range(0, 10, 10)));
    Failure refused = new Failure("refused", FailureCategory.FATAL, "wrong credentials");
    try (TransformLoop loop =
        copying.loop(kafka.clients("one"), registry, _ -> new Outcome.Failed<>(refused))) {
      loop.start();
      Await.until("it failed", () -> loop.status().state() == State.FAILED);
      assertFalse(loop.status().live());
      assertFalse(loop.status().ready());
      assertEquals("refused", loop.status().trouble().orElseThrow().code());
    }
    assertEquals(-1, kafka.committedOffset(copying.group(), copying.input(), 0));
    Storing storing = new Storing(kafka.name("store"), copying.input(), copying.deadLetters());
    RecordingSink sink = new RecordingSink((_, _) -> Verdict.failed(refused));
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("it failed", () -> loop.status().state() == State.FAILED);
      assertFalse(loop.status().live());
    }
    assertTrue(kafka.committedOffset(storing.group(), copying.input(), 0) <= 0);
    Guarantee.accounted(registry, storing.group());
  }

  @Test
  void anErrorOnALaneOrAWriterEndsTheLoopInsteadOfHangingIt(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    kafka.send(Numbered.records(copying.input(), Numbered.range(0, 10, 10)));
    try (TransformLoop loop =
        copying.loop(
            kafka.clients("one"),
            registry,
            _ -> {
              throw new OutOfMemoryError("as if");
            })) {
      loop.start();
      Await.until("it failed", () -> loop.status().state() == State.FAILED);
      assertEquals("loop-error", loop.status().trouble().orElseThrow().code());
    }
    Storing storing = new Storing(kafka.name("store"), copying.input(), copying.deadLetters());
    RecordingSink sink =
        new RecordingSink(
            (_, _) -> {
              throw new OutOfMemoryError("as if");
            });
    try (SinkLoop loop = storing.loop(kafka.clients("one"), registry, sink)) {
      loop.start();
      Await.until("it failed", () -> loop.status().state() == State.FAILED);
      assertEquals("sink-error", loop.status().trouble().orElseThrow().code());
    }
    assertTrue(kafka.committedOffset(storing.group(), copying.input(), 0) <= 0);
  }

  @Test
  void withoutABrokerALoopLivesAndIsNotReadyAndClosesAtOnce() throws IOException {
    for (String nowhere :
        List.of("127.0.0.1:" + LocalPort.free(new Random()), "no-such-host.invalid:9092")) {
      KafkaClients clients =
          new KafkaClients(new KafkaSettings(nowhere, "one", 1, 1, Map.of()), TestKafka.TAKEOVER);
      Copying copying = new Copying("group", "in", "out", "dead");
      Storing storing = new Storing("group", "in", "dead");
      try (TransformLoop transform = copying.loop(clients, registry);
          SinkLoop sink = storing.loop(clients, registry, new RecordingSink());
          KafkaCheck check = new KafkaCheck(clients)) {
        transform.start();
        sink.start();
        assertEquals("kafka-unreachable", check.check().orElseThrow().code());
        for (Loop loop : List.of(transform, sink)) {
          Await.until("it tries", () -> loop.status().state() == State.PREPARING);
          assertTrue(loop.status().live());
          assertFalse(loop.status().ready());
          loop.close();
          assertEquals(State.STOPPED, loop.status().state());
        }
      }
    }
  }
}
