package io.paperflow.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON, one a line, under the names of their schema; what is missing or empty is
 * left out, times are as ISO-8601. Not thread-safe.
 */
final class RecordLines implements AutoCloseable {

  private static final String LINE_END = "\n";

  private final JsonGenerator json;

  /** Lines on a stream, which is closed with this. */
  RecordLines(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter(LINE_END));
  }

  void write(SpecificRecord record) throws IOException {
    object(record);
  }

  private void object(SpecificRecord record) throws IOException {
    json.writeStartObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (!isMissing(value)) {
        json.writeFieldName(field.name());
        value(value);
      }
    }
    json.writeEndObject();
  }

  private static boolean isMissing(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case Collection<?> list -> list.isEmpty();
      default -> false;
    };
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case SpecificRecord record -> object(record);
      case Collection<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          value(element);
        }
        json.writeEndArray();
      }
      case Integer number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(value.toString());
    }
  }

  /** Ends the last line. */
  @Override
  public void close() throws IOException {
    if (json.getOutputContext().getEntryCount() > 0) {
      json.writeRaw(LINE_END);
    }
    json.close();
  }
}
