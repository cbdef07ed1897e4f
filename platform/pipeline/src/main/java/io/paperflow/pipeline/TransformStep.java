package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Lanes.Patience;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Outcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** Makes of one input record what is to be sent: outputs and dead letters. Thread-safe. */
final class TransformStep<I, O> {

  /**
   * What one input record became.
   *
   * @param outputs for the output topic
   * @param deadLetters for the dead-letter topic
   * @param dead whether the record as a whole is a dead letter
   */
  record Prepared(
      List<ProducerRecord<byte[], byte[]>> outputs,
      List<ProducerRecord<byte[], byte[]>> deadLetters,
      boolean dead) {

    static final Prepared NOTHING = new Prepared(List.of(), List.of(), false);
  }

  private final TransformSpec<I, O> spec;
  private final DeadLetters deadLetters;
  private final LoopMetrics metrics;
  private final Backoff backoff;
  private final RandomGenerator random;

  TransformStep(
      TransformSpec<I, O> spec,
      DeadLetters deadLetters,
      LoopMetrics metrics,
      Backoff backoff,
      RandomGenerator random) {
    this.spec = spec;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.backoff = backoff;
    this.random = random;
  }

  /** Decides the lane: records of one key share one, those without a key have no order to keep. */
  static int lane(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? Long.hashCode(record.offset()) : Arrays.hashCode(record.key());
  }

  /**
   * Transforms a record; a transient failure is tried again in place, since giving the whole
   * transaction up for it would stop the flow at a small rate of failures.
   *
   * @param outputPartitions number of partitions of the output topic
   */
  Prepared prepare(ConsumerRecord<byte[], byte[]> record, int outputPartitions, Patience patience) {
    if (record.value() == null) {
      return Prepared.NOTHING;
    }
    I value;
    try {
      value = spec.inputCodec().decode(record.value());
    } catch (UndecodableException | RuntimeException | StackOverflowError e) {
      return dead(record, Failure.permanent("undecodable", Thrown.reason(e)), 1);
    }
    Delivery<I> delivery = Delivery.of(record, value);
    for (int attempt = 1; ; attempt++) {
      switch (outcome(delivery)) {
        case Outcome.Transformed<O> transformed -> {
          return prepared(record, transformed, outputPartitions, attempt);
        }
        case Outcome.Failed<O>(Failure failure) -> {
          switch (failure.category()) {
            case PERMANENT -> {
              return dead(record, failure, attempt);
            }
            case FATAL -> throw new FatalLoopException(failure);
            case TRANSIENT, OVERLOAD -> {
              metrics.retried(1);
              if (!patience.waited(backoff.after(attempt, random))) {
                return Prepared.NOTHING;
              }
            }
          }
        }
      }
    }
  }

  private Outcome<O> outcome(Delivery<I> delivery) {
    try {
      return spec.transform().apply(delivery);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // A bug or a hostile record: the others must go on.
      return new Outcome.Failed<>(Failure.permanent("transform-threw", Thrown.withPlace(e)));
    }
  }

  private Prepared prepared(
      ConsumerRecord<byte[], byte[]> record,
      Outcome.Transformed<O> transformed,
      int partitions,
      int attempt) {
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(transformed.outputs().size());
    List<String> tooLarge = new ArrayList<>(0);
    try {
      for (Output<O> output : transformed.outputs()) {
        ProducerRecord<byte[], byte[]> encoded = encoded(record, output, partitions);
        if (RecordSize.of(encoded) <= KafkaClients.MAX_RECORD_BYTES) {
          outputs.add(encoded);
        } else {
          tooLarge.add(output.key() + " with " + RecordSize.of(encoded) + " bytes");
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      return dead(record, Failure.permanent("unencodable", Thrown.withPlace(e)), attempt);
    }
    List<ProducerRecord<byte[], byte[]>> dead = new ArrayList<>(0);
    if (!tooLarge.isEmpty()) {
      // Sent all the same it would fail the transaction again and again.
      String message =
          "%d outputs are larger than the %d bytes of a record: %s"
              .formatted(
                  tooLarge.size(), KafkaClients.MAX_RECORD_BYTES, String.join(", ", tooLarge));
      Failure failure = Failure.permanent("output-too-large", message);
      dead.add(deadLetters.of(record, record.value(), failure, attempt));
    }
    for (Rejected rejected : transformed.rejected()) {
      dead.add(deadLetters.of(record, rejected.value(), rejected.failure(), attempt));
    }
    return new Prepared(outputs, dead, false);
  }

  private ProducerRecord<byte[], byte[]> encoded(
      ConsumerRecord<byte[], byte[]> record, Output<O> output, int partitions) {
    Map<String, String> headers = new HashMap<>(output.headers());
    headers.put(LoopHeaders.SCHEMA, spec.outputCodec().schemaName());
    return new ProducerRecord<>(
        spec.output(),
        partition(output.partitionKey(), partitions),
        null,
        output.key().getBytes(StandardCharsets.UTF_8),
        spec.outputCodec().encode(output.value()),
        LoopHeaders.over(record.headers(), headers));
  }

  /** Kafka's own way from a key to a partition, so that other producers agree with it. */
  static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private Prepared dead(ConsumerRecord<byte[], byte[]> record, Failure failure, int attempts) {
    return new Prepared(
        List.of(), List.of(deadLetters.of(record, record.value(), failure, attempts)), true);
  }
}
