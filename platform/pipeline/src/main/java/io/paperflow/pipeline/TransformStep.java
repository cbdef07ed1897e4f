package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Outcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
      boolean dead) {}

  /** Room for keys, headers and framing in the size of a request. */
  private static final int OVERHEAD = 4096;

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

  /**
   * Transforms a record; a transient failure is tried again in place, since giving the whole
   * transaction up for it would stop the flow at a small rate of failures.
   *
   * @param outputPartitions number of partitions of the output topic
   * @param givenUp whether the result is no longer wanted
   */
  Prepared prepare(
      ConsumerRecord<byte[], byte[]> record, int outputPartitions, BooleanSupplier givenUp) {
    if (record.value() == null) {
      return new Prepared(List.of(), List.of(), false);
    }
    I value;
    try {
      value = spec.inputCodec().decode(record.value());
    } catch (UndecodableException | RuntimeException | StackOverflowError e) {
      return dead(record, Failure.permanent("undecodable", reason(e)), 1);
    }
    Delivery<I> delivery = delivery(record, value);
    for (int attempt = 1; ; attempt++) {
      switch (outcome(delivery)) {
        case Outcome.Transformed<O> transformed -> {
          return prepared(record, delivery, transformed, outputPartitions, attempt);
        }
        case Outcome.Failed<O>(Failure failure) -> {
          switch (failure.category()) {
            case PERMANENT -> {
              return dead(record, failure, attempt);
            }
            case FATAL -> throw new FatalLoopException(failure);
            case TRANSIENT, OVERLOAD -> {
              metrics.retried(1);
              if (!waited(backoff.after(attempt, random), givenUp)) {
                return new Prepared(List.of(), List.of(), false);
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
    } catch (RuntimeException | StackOverflowError e) {
      // A bug or a hostile record: the others must go on.
      return new Outcome.Failed<>(Failure.permanent("transform-threw", reason(e)));
    }
  }

  private Prepared prepared(
      ConsumerRecord<byte[], byte[]> record,
      Delivery<I> delivery,
      Outcome.Transformed<O> transformed,
      int outputPartitions,
      int attempt) {
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(transformed.outputs().size());
    List<ProducerRecord<byte[], byte[]>> dead = new ArrayList<>(0);
    for (Output<O> output : transformed.outputs()) {
      byte[] value = spec.outputCodec().encode(output.value());
      if (value.length > KafkaClients.MAX_RECORD_BYTES - OVERHEAD) {
        // Sent all the same it would fail the transaction again and again.
        String message =
            "the output %s has %d bytes, more than the %d of a record"
                .formatted(output.key(), value.length, KafkaClients.MAX_RECORD_BYTES);
        Failure failure = Failure.permanent("output-too-large", message);
        dead.add(deadLetters.of(record, record.value(), failure, attempt));
      } else {
        outputs.add(output(delivery, output, value, outputPartitions));
      }
    }
    for (Rejected rejected : transformed.rejected()) {
      dead.add(deadLetters.of(record, rejected.value(), rejected.failure(), attempt));
    }
    return new Prepared(outputs, dead, false);
  }

  private ProducerRecord<byte[], byte[]> output(
      Delivery<I> delivery, Output<O> output, byte[] value, int partitions) {
    Map<String, String> headers = new HashMap<>(delivery.headers());
    headers.putAll(output.headers());
    headers.put(LoopHeaders.SCHEMA, spec.outputCodec().schemaName());
    return new ProducerRecord<>(
        spec.output(),
        partition(output.partitionKey(), partitions),
        null,
        output.key().getBytes(StandardCharsets.UTF_8),
        value,
        LoopHeaders.write(headers));
  }

  /** Kafka's own way from a key to a partition, so that other producers agree with it. */
  static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private Prepared dead(ConsumerRecord<byte[], byte[]> record, Failure failure, int attempts) {
    return new Prepared(
        List.of(), List.of(deadLetters.of(record, record.value(), failure, attempts)), true);
  }

  static <T> Delivery<T> delivery(ConsumerRecord<byte[], byte[]> record, T value) {
    return new Delivery<>(
        key(record),
        value,
        record.serializedValueSize(),
        Instant.ofEpochMilli(record.timestamp()),
        LoopHeaders.read(record.headers()));
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean waited(Duration wait, BooleanSupplier givenUp) {
    try {
      Thread.sleep(wait);
      return !givenUp.getAsBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
