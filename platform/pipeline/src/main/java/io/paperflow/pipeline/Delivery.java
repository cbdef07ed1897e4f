package io.paperflow.pipeline;

import java.time.Instant;
import java.util.Map;

/**
 * A decoded record on its way through a loop.
 *
 * @param key the message key
 * @param value the decoded value
 * @param bytes size of the encoded value in bytes
 * @param timestamp when the record was written to its topic
 * @param headers the record's headers as text
 */
public record Delivery<T>(
    String key, T value, int bytes, Instant timestamp, Map<String, String> headers) {

  public Delivery {
    headers = Map.copyOf(headers);
  }
}
