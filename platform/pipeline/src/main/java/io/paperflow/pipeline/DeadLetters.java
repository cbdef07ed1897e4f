package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
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
    RecordHeaders headers = new RecordHeaders();
    for (Header header : origin.headers()) {
      if (!header.key().startsWith(DeadLetter.PREFIX)) {
        headers.add(header);
      }
    }
    add(headers, DeadLetter.STAGE, stage);
    add(headers, DeadLetter.CODE, failure.code());
    add(headers, DeadLetter.CATEGORY, failure.category().name());
    add(headers, DeadLetter.REASON, shortened(failure.message()));
    add(headers, DeadLetter.TOPIC, origin.topic());
    add(headers, DeadLetter.PARTITION, Integer.toString(origin.partition()));
    add(headers, DeadLetter.OFFSET, Long.toString(origin.offset()));
    add(headers, DeadLetter.ATTEMPTS, Integer.toString(attempts));
    add(headers, DeadLetter.TIME, clock.instant().toString());
    return new ProducerRecord<>(topic, null, null, origin.key(), value, headers);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
