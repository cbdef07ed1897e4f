package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the fields of what a forge says: what is missing, null or of another type is empty. */
final class Facts {

  private Facts() {}

  static Optional<String> text(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  static OptionalInt count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
        ? OptionalInt.of(node.intValue())
        : OptionalInt.empty();
  }

  static Optional<Boolean> flag(JsonNode node) {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
  }

  static Optional<Instant> time(JsonNode node) {
    try {
      return text(node).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An id, whether it is a number or a text. */
  static Optional<String> id(JsonNode node) {
    return node.isIntegralNumber() ? Optional.of(node.asText()) : text(node);
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> text(item).ifPresent(texts::add));
    return texts;
  }

  /** A licence that says something. */
  static Optional<String> license(JsonNode node) {
    return text(node).filter(id -> !id.equals("NOASSERTION"));
  }
}
