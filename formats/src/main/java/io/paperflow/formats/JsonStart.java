package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the elements of a JSON document begin: at its list of a name, or at its beginning when it
 * is no object with such a list.
 *
 * @param elements to be given the bytes from there on
 * @param at position of the first of them
 */
record JsonStart(JsonElements elements, int at) {

  static JsonStart of(byte[] bytes, int length, Optional<String> list) {
    int mark = ByteOrderMark.length(bytes);
    OptionalInt start =
        list.map(name -> listStart(bytes, mark, length, name)).orElse(OptionalInt.empty());
    return start.isPresent()
        ? new JsonStart(JsonElements.ofOneList(), start.getAsInt())
        : new JsonStart(new JsonElements(), mark);
  }

  private static OptionalInt listStart(byte[] bytes, int from, int to, String list) {
    try (JsonParser json = Json.FACTORY.createParser(bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return OptionalInt.empty();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken() == JsonToken.START_ARRAY && name.equals(list)) {
          return OptionalInt.of(from + (int) json.currentTokenLocation().getByteOffset());
        }
        json.skipChildren();
      }
    } catch (IOException _) {
      // The object is broken, or ends, before the list.
    }
    return OptionalInt.empty();
  }
}
