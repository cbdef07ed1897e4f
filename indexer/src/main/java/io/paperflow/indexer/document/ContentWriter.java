package io.paperflow.indexer.document;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.indexer.fusion.Author;
import io.paperflow.indexer.fusion.Content;
import io.paperflow.indexer.fusion.ContentField;
import io.paperflow.indexer.fusion.Daily;
import io.paperflow.indexer.fusion.Evidence;
import io.paperflow.indexer.fusion.Link;
import io.paperflow.indexer.fusion.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes single fields of a content; a missing value is null, an empty list an empty array. */
final class ContentWriter {

  private ContentWriter() {}

  static void write(JsonGenerator json, ContentField field, Content content) throws IOException {
    json.writeFieldName(field.key());
    switch (field) {
      case ARXIV_ID -> value(json, content.arxivId());
      case DOI -> value(json, content.doi());
      case OPENREVIEW_ID -> value(json, content.openreviewId());
      case TITLE -> json.writeString(content.title());
      case ABSTRACT -> value(json, content.abstractText());
      case AUTHORS -> authors(json, content.authors());
      case PUBLISHED -> value(json, content.published());
      case UPDATED -> value(json, content.updated());
      case CATEGORIES -> texts(json, content.categories());
      case COMMENTS -> value(json, content.comments());
      case JOURNAL_REF -> value(json, content.journalRef());
      case LICENSE -> value(json, content.license());
      case VENUE -> value(json, content.venue());
      case KEYWORDS -> texts(json, content.keywords());
      case AI_SUMMARY -> value(json, content.aiSummary());
      case VERSIONS -> versions(json, content.versions());
      case DAILY -> daily(json, content.daily());
      case WITHDRAWN -> json.writeBoolean(content.withdrawn());
      case LINKS -> links(json, content.links());
    }
  }

  /** As the index has it: {@code code_repo}, {@code third_party}. */
  static String lowerCase(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }

  static void texts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void authors(JsonGenerator json, List<Author> authors) throws IOException {
    json.writeStartArray();
    for (Author author : authors) {
      json.writeStartObject();
      json.writeStringField("name", author.name());
      field(json, "affiliation", author.affiliation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void versions(JsonGenerator json, List<Version> versions) throws IOException {
    json.writeStartArray();
    for (Version version : versions) {
      json.writeStartObject();
      json.writeNumberField("number", version.number());
      field(json, "created", version.created());
      field(json, "sourceType", version.sourceType());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void daily(JsonGenerator json, Optional<Daily> daily) throws IOException {
    if (daily.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    field(json, "date", daily.get().date());
    number(json, "upvotes", daily.get().upvotes());
    number(json, "comments", daily.get().comments());
    field(json, "submittedBy", daily.get().submittedBy());
    json.writeEndObject();
  }

  private static void links(JsonGenerator json, List<Link> links) throws IOException {
    json.writeStartArray();
    for (Link link : links) {
      json.writeStartObject();
      json.writeStringField("url", link.url());
      json.writeStringField("kind", lowerCase(link.kind()));
      json.writeStringField("role", lowerCase(link.role()));
      json.writeStringField("state", lowerCase(link.state()));
      json.writeNumberField("confidence", link.confidence());
      field(json, "subPath", link.subPath());
      json.writeArrayFieldStart("evidence");
      for (Evidence evidence : link.evidence()) {
        evidence(json, evidence);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", evidence.source());
    json.writeStringField("field", evidence.field());
    json.writeNumberField("start", evidence.start());
    json.writeNumberField("end", evidence.end());
    json.writeStringField("raw", evidence.raw());
    json.writeStringField("rule", evidence.rule());
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeString(value.get().toString());
    } else {
      json.writeNull();
    }
  }

  private static void field(JsonGenerator json, String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  private static void number(JsonGenerator json, String name, Optional<Integer> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    }
  }
}
