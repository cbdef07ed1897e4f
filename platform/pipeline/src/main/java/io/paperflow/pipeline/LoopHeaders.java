package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Record headers as text, and the names the loops give. */
public final class LoopHeaders {

  /** Name of the value's schema. */
  public static final String SCHEMA = "paperflow-schema";

  private LoopHeaders() {}

  static Map<String, String> read(Headers headers) {
    Map<String, String> map = new HashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        map.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return map;
  }

  static Headers write(Map<String, String> map) {
    RecordHeaders headers = new RecordHeaders();
    map.forEach((name, value) -> add(headers, name, value));
    return headers;
  }

  /** Headers as they came, with some set over them. */
  static Headers over(Headers original, Map<String, String> set) {
    RecordHeaders headers = only(original, name -> !set.containsKey(name));
    set.forEach((name, value) -> add(headers, name, value));
    return headers;
  }

  /** The headers whose names are wanted, as they came. */
  static RecordHeaders only(Headers original, Predicate<String> wanted) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : original) {
      if (wanted.test(header.key())) {
        headers.add(header);
      }
    }
    return headers;
  }

  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
