package io.paperflow.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema that was ever written to a topic, so that old messages stay readable. The files are
 * {@code released/{record}/{n}.avsc}, listed in {@code released/index}; they are never changed.
 */
final class ReleasedSchemas {

  private static final String FOLDER = "/released/";

  private ReleasedSchemas() {}

  /** The released schemas of a record by their CRC-64-AVRO fingerprint. */
  static Map<Long, Schema> of(String recordName) {
    return paths().stream()
        .filter(path -> path.startsWith(recordName + "/"))
        .map(ReleasedSchemas::read)
        .collect(
            Collectors.toUnmodifiableMap(
                SchemaNormalization::parsingFingerprint64, schema -> schema, (a, b) -> b));
  }

  /** Paths of all released schemas below the folder, oldest first for each record. */
  static List<String> paths() {
    return text("index").lines().filter(line -> !line.isBlank()).toList();
  }

  static Schema read(String path) {
    return new Schema.Parser().parse(text(path));
  }

  private static String text(String path) {
    try (InputStream in = ReleasedSchemas.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException(
            "The released schema " + FOLDER + path + " is missing: restore it from the repository");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
