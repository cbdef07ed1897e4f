package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Values of JSON objects. Each method takes the value the parser stands on and skips what is not of
 * the kind, so that {@code null} and surprises count as missing.
 */
final class Json {

  private static final int DEPTH_LIMIT = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH_LIMIT).build())
          .build();

  /** Takes one field of an object. */
  interface Field {
    /** Reads the value on which the parser stands. */
    void read(String name) throws IOException, RecordException;
  }

  /** Takes one element of a list. */
  interface Element {
    /** Reads the value on which the parser stands. */
    void read() throws IOException, RecordException;
  }

  private Json() {}

  /** Calls the reader for each field, if the value is an object. */
  static void object(JsonParser json, Field field) throws IOException, RecordException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      field.read(name);
    }
  }

  /** Calls the reader for each element, if the value is a list. */
  static void list(JsonParser json, Element element) throws IOException, RecordException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** A text as it is; empty when there is none. */
  static String plain(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return "";
  }

  /** A text with something in it, stripped. */
  static Optional<String> text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return PaperDraft.content(json.getText());
    }
    json.skipChildren();
    return Optional.empty();
  }

  /** The texts of a list that have something in them, each on one line. */
  static List<String> texts(JsonParser json) throws IOException, RecordException {
    var texts = new ArrayList<String>();
    list(json, () -> text(json).map(Text::oneLine).ifPresent(texts::add));
    return texts;
  }

  /** A whole number from 0. */
  static OptionalInt count(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == JsonParser.NumberType.INT
        && json.getIntValue() >= 0) {
      return OptionalInt.of(json.getIntValue());
    }
    json.skipChildren();
    return OptionalInt.empty();
  }

  /** A point in time. */
  static Optional<Instant> time(JsonParser json) throws IOException {
    return text(json).flatMap(Times::parse);
  }

  /** A point in time as milliseconds since 1970. */
  static Optional<Instant> millis(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return Times.ofMillis(json.getLongValue());
    }
    json.skipChildren();
    return Optional.empty();
  }

  /** Yes or no. */
  static Optional<Boolean> flag(JsonParser json) throws IOException {
    JsonToken value = json.currentToken();
    json.skipChildren();
    return value.isBoolean() ? Optional.of(value == JsonToken.VALUE_TRUE) : Optional.empty();
  }
}
