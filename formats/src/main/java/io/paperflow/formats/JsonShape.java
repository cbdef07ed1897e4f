package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields a JSON object has, as far as it can be read.
 *
 * @param fields names in the order of the object
 * @param objects the names among them whose values are objects
 */
record JsonShape(Set<String> fields, Set<String> objects) {

  /** Whether the field is there and its value is an object. */
  boolean nested(String field) {
    return objects.contains(field);
  }

  /** The shape of an object that may be broken or cut off; empty when there is no object. */
  static Optional<JsonShape> of(byte[] bytes, int from, int to) {
    var shape = new JsonShape(new LinkedHashSet<>(), new LinkedHashSet<>());
    try (JsonParser json = Json.FACTORY.createParser(bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        shape.fields.add(name);
        if (json.nextToken() == JsonToken.START_OBJECT) {
          shape.objects.add(name);
        }
        json.skipChildren();
      }
    } catch (IOException _) {
      // What was seen before the break is the shape.
    }
    return Optional.of(shape);
  }
}
