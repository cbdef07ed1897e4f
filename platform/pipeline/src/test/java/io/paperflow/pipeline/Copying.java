package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Names of a flow from a topic to another, and loops that copy along it.
 *
 * @param group of the loops
 */
record Copying(String group, String input, String output, String deadLetters) {

  static Copying on(TestKafka kafka, int partitions) {
    return new Copying(
        kafka.name("copy"),
        kafka.topic("in", partitions),
        kafka.topic("out", partitions),
        kafka.topic("dead", partitions));
  }

  TransformSpec<String, String> spec(Transform<String, String> transform) {
    TextCodec codec = new TextCodec();
    return new TransformSpec<>(
        group,
        input,
        codec,
        output,
        codec,
        deadLetters,
        transform,
        2,
        List.of(
            new TopicSpec(input, false),
            new TopicSpec(output, false),
            new TopicSpec(deadLetters, false)));
  }

  TransformLoop loop(
      KafkaClients clients, MeterRegistry registry, Transform<String, String> transform) {
    return TransformLoop.of(
        spec(transform), clients, registry, InstantSource.system(), new Random(7));
  }

  TransformLoop loop(KafkaClients clients, MeterRegistry registry) {
    return loop(clients, registry, Copying::copied);
  }

  /** The same value under the same key. */
  static Outcome<String> copied(Delivery<String> input) {
    return new Outcome.Transformed<>(
        List.of(new Outcome.Output<>(input.key(), input.key(), input.value(), Map.of())),
        List.of());
  }
}
