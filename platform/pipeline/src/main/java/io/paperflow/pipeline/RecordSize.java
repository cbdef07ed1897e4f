package io.paperflow.pipeline;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * How large a record is on its way to a broker: an upper bound without compression, as the producer
 * estimates it. A record above the producer's limit fails its whole transaction, again with every
 * try, so it must be known before.
 */
final class RecordSize {

  /** A batch header and what a record has besides key, value and headers; each length has 5. */
  private static final int OVERHEAD = 61 + 21 + 3 * 5;

  private static final int HEADER_OVERHEAD = 2 * 5;

  private RecordSize() {}

  /** Bytes of a record. */
  static long of(ProducerRecord<byte[], byte[]> record) {
    long size = (long) OVERHEAD + length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      size += HEADER_OVERHEAD + Utils.utf8Length(header.key()) + length(header.value());
    }
    return size;
  }

  @SuppressWarnings("NullAway") // Kafka's keys and values may be null.
  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
