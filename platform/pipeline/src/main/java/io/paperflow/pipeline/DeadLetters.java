package io.paperflow.pipeline;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes the dead letter of a record: its bytes, key and headers, plus why and from where. */
final class DeadLetters {

  private static final int LONGEST_REASON = 2000;

  private final String topic;
  private final String stage;
  private final InstantSource clock;

  DeadLetters(String topic, String stage, InstantSource clock) {
    this.topic = topic;
    this.stage = stage;
    this.clock = clock;
  }

  ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> origin,
      byte @Nullable [] value,
      Failure failure,
      int attempts) {
    RecordHeaders headers =
        LoopHeaders.only(origin.headers(), name -> !name.startsWith(DeadLetter.PREFIX));
    why(headers, origin, failure, attempts);
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, null, origin.key(), value, headers);
    long size = RecordSize.of(letter);
    if (size <= KafkaClients.MAX_LETTER_BYTES) {
      return letter;
    }
    // No producer takes it, and one record must not stop the others for ever.
    RecordHeaders alone = new RecordHeaders();
    why(alone, origin, failure, attempts);
    LoopHeaders.add(alone, DeadLetter.OMITTED, Long.toString(size));
    return new ProducerRecord<>(topic, null, null, null, null, alone);
  }

  private void why(
      RecordHeaders headers, ConsumerRecord<byte[], byte[]> origin, Failure failure, int attempts) {
    LoopHeaders.add(headers, DeadLetter.STAGE, stage);
    LoopHeaders.add(headers, DeadLetter.CODE, failure.code());
    LoopHeaders.add(headers, DeadLetter.CATEGORY, failure.category().name());
    LoopHeaders.add(headers, DeadLetter.REASON, shortened(failure.message()));
    LoopHeaders.add(headers, DeadLetter.TOPIC, origin.topic());
    LoopHeaders.add(headers, DeadLetter.PARTITION, Integer.toString(origin.partition()));
    LoopHeaders.add(headers, DeadLetter.OFFSET, Long.toString(origin.offset()));
    LoopHeaders.add(headers, DeadLetter.ATTEMPTS, Integer.toString(attempts));
    LoopHeaders.add(headers, DeadLetter.TIME, clock.instant().toString());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }
}
