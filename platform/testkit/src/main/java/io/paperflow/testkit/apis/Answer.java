package io.paperflow.testkit.apis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** What a server answers when nothing goes wrong. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Answer(int status, String type, byte[] body, Map<String, String> headers) {

  static Answer of(int status, String type, String body) {
    return new Answer(status, type, body.getBytes(UTF_8), Map.of());
  }

  static Answer json(int status, JsonNode body) {
    return of(status, "application/json; charset=utf-8", body.toString());
  }

  static Answer html(String body) {
    return of(200, "text/html; charset=utf-8", body);
  }

  static Answer notFound() {
    return of(404, "application/json; charset=utf-8", "{\"error\":\"Not Found\"}");
  }

  Answer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, body, Map.copyOf(more));
  }

  /** With a validator that depends on the body. */
  Answer tagged() {
    CRC32 sum = new CRC32();
    sum.update(body);
    return with("ETag", "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
