package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.LoopThread.Signals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class TransformBodyTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void whatWasSentForPartitionsThatAreLostIsNotCommitted(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    KafkaClients clients = kafka.clients("one");
    RebalancingConsumer consumer = new RebalancingConsumer(clients.consumer(copying.group()));
    TransformBody<String, String> body = body(copying, clients, consumer);
    kafka.send(Numbered.records(copying.input(), Numbered.range(0, 10, 10)));
    body.prepare();
    while (!consumer.read()) {
      body.turn(new Quiet());
    }
    consumer.losePartitions();
    assertThrows(KafkaException.class, () -> body.turn(new Quiet()));
    assertEquals(List.of(), kafka.committed(copying.output()));
    assertEquals(-1, kafka.committedOffset(copying.group(), copying.input(), 0));

    body.prepare();
    Await.until("committed", () -> body.turn(new Quiet()));
    body.release();
    assertEquals(10, kafka.committed(copying.output()).size());
    Guarantee.accounted(registry, copying.group());
  }

  private TransformBody<String, String> body(
      Copying copying, KafkaClients clients, RebalancingConsumer consumer) {
    TransformSpec<String, String> spec = copying.spec(Copying::copied);
    InstantSource clock = InstantSource.system();
    LoopMetrics metrics = new LoopMetrics(registry, spec.name(), clock);
    Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1));
    GroupConsumer group = new GroupConsumer(consumer::consumer, registry, spec.input());
    return new TransformBody<>(
        spec,
        new TransformStep<>(
            spec,
            new DeadLetters(spec.deadLetters(), spec.name(), clock),
            metrics,
            backoff,
            new Random(7)),
        metrics,
        group,
        new Transaction(() -> clients.transactionalProducer(spec.name()), group::membership),
        () -> {});
  }

  private static final class Quiet implements Signals {

    @Override
    public boolean paused() {
      return false;
    }

    @Override
    public boolean closing() {
      return false;
    }

    @Override
    public void moved() {}
  }
}
