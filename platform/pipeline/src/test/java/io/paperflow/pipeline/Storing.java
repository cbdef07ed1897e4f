package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.pipeline.SinkSpec.Limits;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/**
 * Names of a flow from a topic into a store, and loops along it.
 *
 * @param group of the loops
 */
record Storing(String group, String input, String deadLetters) {

  static final Limits SMALL = new Limits(10, 1_000_000, 2);

  static Storing on(TestKafka kafka, int partitions) {
    return new Storing(
        kafka.name("store"), kafka.topic("in", partitions), kafka.topic("dead", partitions));
  }

  SinkLoop loop(KafkaClients clients, MeterRegistry registry, Sink<String> sink, Limits limits) {
    return SinkLoop.of(
        new SinkSpec<>(
            group,
            input,
            new TextCodec(),
            deadLetters,
            sink,
            limits,
            List.of(new TopicSpec(input, false))),
        clients,
        registry,
        InstantSource.system(),
        new Random(7));
  }

  SinkLoop loop(KafkaClients clients, MeterRegistry registry, Sink<String> sink) {
    return loop(clients, registry, sink, SMALL);
  }
}
