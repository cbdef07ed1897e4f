package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class FlowTest {

  @Test
  void nothingRemainsAtTheEndOfTransactionalTopicsThoughMarkersLieBehindTheLastRecord(
      TestKafka kafka) {
    Copying copying = Copying.on(kafka, 4);
    Storing storing = new Storing(kafka.name("store"), copying.output(), copying.deadLetters());
    kafka.sendInTransactions(Numbered.records(copying.input(), Numbered.range(0, 1_000, 100)), 100);
    try (Flow flow = new Flow(kafka.clients("flow"))) {
      Flow.Mark end = flow.end(copying.input());
      long waiting = flow.remaining(copying.group(), end);
      assertTrue(waiting > 1_000, () -> "records and markers: " + waiting);
      RecordingSink sink = new RecordingSink();
      try (TransformLoop transform = copying.loop(kafka.clients("one"), new SimpleMeterRegistry());
          SinkLoop store = storing.loop(kafka.clients("one"), new SimpleMeterRegistry(), sink)) {
        transform.start();
        store.start();
        Await.until("no rest", () -> flow.remaining(copying.group(), end) == 0);
        // Those have no transaction of their own to tell them of the markers behind.
        Await.until(
            "no rest of the outputs",
            () -> flow.remaining(storing.group(), flow.end(copying.output())) == 0);
      }
      assertEquals(1_000, sink.size());
      assertEquals(0, flow.remaining("nobody", flow.end("no-such-topic")));
    }
  }

  /** A commit is answered before its markers are written: until then it looks like this. */
  @Test
  void theEndHoldsWhatIsWrittenAndNotDecidedYet(TestKafka kafka) throws Exception {
    String topic = kafka.topic("undecided", 1);
    try (Flow flow = new Flow(kafka.clients("flow"));
        KafkaProducer<byte[], byte[]> producer =
            kafka.producer(Map.of("transactional.id", kafka.name("undecided")))) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(Texts.record(topic, "a", "undecided")).get();
      assertEquals(Map.of(0, 1L), flow.end(topic).offsets());
      assertEquals(1, flow.remaining("nobody", flow.end(topic)));
      producer.abortTransaction();
    }
  }

  @Test
  void recordsOfAbortedTransactionsAreReadByNoLoop(TestKafka kafka)
      throws InterruptedException, ExecutionException {
    Copying copying = Copying.on(kafka, 1);
    Storing storing = new Storing(kafka.name("store"), copying.input(), copying.deadLetters());
    kafka.send(List.of(Texts.record(copying.input(), "a", "first")));
    kafka.sendAborted(List.of(Texts.record(copying.input(), "a", "aborted")));
    kafka.send(List.of(Texts.record(copying.input(), "a", "last")));
    RecordingSink sink = new RecordingSink();
    try (TransformLoop transform = copying.loop(kafka.clients("one"), new SimpleMeterRegistry());
        SinkLoop store = storing.loop(kafka.clients("one"), new SimpleMeterRegistry(), sink)) {
      transform.start();
      store.start();
      kafka.awaitDone(copying.group(), copying.input());
      kafka.awaitDone(storing.group(), copying.input());
    }
    assertEquals(List.of("first", "last"), Texts.values(kafka.committed(copying.output())));
    assertEquals(List.of("first", "last"), sink.stored());
  }

  @Test
  void recordsThatAreNoLongerKeptDoNotRemain(TestKafka kafka) {
    String topic = kafka.topic("trimmed", 1);
    kafka.send(Numbered.records(topic, Numbered.range(0, 100, 10)));
    kafka.deleteBefore(topic, 0, 60);
    try (Flow flow = new Flow(kafka.clients("flow"))) {
      assertEquals(40, flow.remaining("nobody", flow.end(topic)));
      kafka.commit("somebody", topic, 0, 20);
      assertEquals(40, flow.remaining("somebody", flow.end(topic)));
      kafka.commit("somebody", topic, 0, 70);
      assertEquals(30, flow.remaining("somebody", flow.end(topic)));
      assertEquals(Map.of(0, 60L), flow.beginning(topic).offsets());
      assertEquals(Map.of(0, 100L), flow.end(topic).offsets());
    }
    assertEquals(List.of(), kafka.committed(topic).stream().filter(r -> r.offset() < 60).toList());
  }
}
