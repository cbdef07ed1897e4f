package io.paperflow.indexer.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.indexer.fusion.RepositoryFact;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts as JSON: a missing value is left out. */
public final class FactJson {

  private static final String IDENTITY = "identity";
  private static final String CHECKED_AT = "checkedAt";
  private static final String FOUND = "found";
  private static final String ARCHIVED_COPY = "archivedCopy";
  private static final String RENAMED_TO = "renamedTo";
  private static final String STARS = "stars";
  private static final String STARS_PER_WEEK = "starsPerWeek";
  private static final String LANGUAGE = "language";
  private static final String LICENSE = "license";
  private static final String TOPICS = "topics";
  private static final String ARCHIVED = "archived";
  private static final String PUSHED_AT = "pushedAt";
  private static final String VERIFIED_BY = "verifiedBy";
  private static final String PROOF = "proof";

  private FactJson() {}

  /** Writes all of a fact into an open object, so that it can be read again. */
  public static void write(JsonGenerator json, RepositoryFact fact) throws IOException {
    json.writeStringField(IDENTITY, fact.identity());
    fields(json, fact);
    text(json, PROOF, fact.proof());
  }

  /** Writes what people look for into an open object. */
  static void fields(JsonGenerator json, RepositoryFact fact) throws IOException {
    json.writeStringField(CHECKED_AT, fact.checkedAt().toString());
    json.writeBooleanField(FOUND, fact.found());
    text(json, ARCHIVED_COPY, fact.archivedCopy());
    text(json, RENAMED_TO, fact.renamedTo());
    summary(json, fact);
    if (!fact.topics().isEmpty()) {
      json.writeFieldName(TOPICS);
      ContentWriter.texts(json, fact.topics());
    }
    if (fact.archived().isPresent()) {
      json.writeBooleanField(ARCHIVED, fact.archived().get());
    }
    text(json, PUSHED_AT, fact.pushedAt().map(Instant::toString));
    text(json, VERIFIED_BY, fact.verifiedBy());
  }

  /** Writes what papers are sorted and chosen by into an open object. */
  static void summary(JsonGenerator json, RepositoryFact fact) throws IOException {
    if (fact.stars().isPresent()) {
      json.writeNumberField(STARS, fact.stars().get());
      json.writeNumberField(STARS_PER_WEEK, fact.starsPerWeek());
    }
    text(json, LANGUAGE, fact.language());
    text(json, LICENSE, fact.license());
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws java.time.DateTimeException when it is something else
   */
  public static RepositoryFact read(JsonNode node) {
    return new RepositoryFact(
        node.path(IDENTITY).asText(),
        Instant.parse(node.path(CHECKED_AT).asText()),
        node.path(FOUND).asBoolean(),
        text(node.path(ARCHIVED_COPY)),
        text(node.path(RENAMED_TO)),
        node.path(STARS).isInt() ? Optional.of(node.path(STARS).intValue()) : Optional.empty(),
        node.path(STARS_PER_WEEK).asDouble(),
        text(node.path(LANGUAGE)),
        text(node.path(LICENSE)),
        texts(node.path(TOPICS)),
        node.path(ARCHIVED).isBoolean()
            ? Optional.of(node.path(ARCHIVED).booleanValue())
            : Optional.empty(),
        text(node.path(PUSHED_AT)).map(Instant::parse),
        text(node.path(VERIFIED_BY)),
        text(node.path(PROOF)));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }
}
