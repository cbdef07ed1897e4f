package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/** The arXiv id in a JSON field. */
final class ArxivIdField {

  private ArxivIdField() {}

  /**
   * The id, if the field has a value.
   *
   * @throws RecordException when the value is no arXiv id. A number has usually lost zeros: {@code
   *     2503.0213} may be 2503.02130 or 2503.00213. With all its digits it is unambiguous.
   */
  static Optional<ArxivId> read(JsonParser json) throws IOException, RecordException {
    boolean number = json.currentToken().isNumeric();
    Optional<String> text = number ? Optional.of(json.getText()) : Json.text(json);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<ArxivId> id = ArxivId.parse(text.get());
    if (id.isEmpty()) {
      throw new RecordException(
          Reading.Code.INVALID_ID,
          "the id %s is not an arXiv id%s"
              .formatted(
                  text.get(), number ? ": as a number it has lost zeros, a text is expected" : ""));
    }
    return id;
  }
}
