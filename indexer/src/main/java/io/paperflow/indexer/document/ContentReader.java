package io.paperflow.indexer.document;

import static io.paperflow.indexer.fusion.ContentField.ABSTRACT;
import static io.paperflow.indexer.fusion.ContentField.AI_SUMMARY;
import static io.paperflow.indexer.fusion.ContentField.ARXIV_ID;
import static io.paperflow.indexer.fusion.ContentField.AUTHORS;
import static io.paperflow.indexer.fusion.ContentField.CATEGORIES;
import static io.paperflow.indexer.fusion.ContentField.COMMENTS;
import static io.paperflow.indexer.fusion.ContentField.DAILY;
import static io.paperflow.indexer.fusion.ContentField.DOI;
import static io.paperflow.indexer.fusion.ContentField.JOURNAL_REF;
import static io.paperflow.indexer.fusion.ContentField.KEYWORDS;
import static io.paperflow.indexer.fusion.ContentField.LICENSE;
import static io.paperflow.indexer.fusion.ContentField.LINKS;
import static io.paperflow.indexer.fusion.ContentField.OPENREVIEW_ID;
import static io.paperflow.indexer.fusion.ContentField.PUBLISHED;
import static io.paperflow.indexer.fusion.ContentField.TITLE;
import static io.paperflow.indexer.fusion.ContentField.UPDATED;
import static io.paperflow.indexer.fusion.ContentField.VENUE;
import static io.paperflow.indexer.fusion.ContentField.VERSIONS;
import static io.paperflow.indexer.fusion.ContentField.WITHDRAWN;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.indexer.fusion.Author;
import io.paperflow.indexer.fusion.Content;
import io.paperflow.indexer.fusion.ContentField;
import io.paperflow.indexer.fusion.Daily;
import io.paperflow.indexer.fusion.Evidence;
import io.paperflow.indexer.fusion.Link;
import io.paperflow.indexer.fusion.Version;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a content; a field that is not there is that of a base. */
final class ContentReader {

  private static final Content NOTHING =
      new Content(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false,
          List.of());

  private final JsonNode node;

  private ContentReader(JsonNode node) {
    this.node = node;
  }

  static Content read(JsonNode node) {
    return read(node, NOTHING);
  }

  static Content read(JsonNode node, Content base) {
    if (node.isEmpty()) {
      return base;
    }
    ContentReader reader = new ContentReader(node);
    return new Content(
        reader.field(ARXIV_ID, ContentReader::text, base.arxivId()),
        reader.field(DOI, ContentReader::text, base.doi()),
        reader.field(OPENREVIEW_ID, ContentReader::text, base.openreviewId()),
        reader.field(TITLE, JsonNode::asText, base.title()),
        reader.field(ABSTRACT, ContentReader::text, base.abstractText()),
        reader.field(AUTHORS, authors -> list(authors, ContentReader::author), base.authors()),
        reader.field(PUBLISHED, ContentReader::instant, base.published()),
        reader.field(UPDATED, ContentReader::instant, base.updated()),
        reader.field(CATEGORIES, codes -> list(codes, JsonNode::asText), base.categories()),
        reader.field(COMMENTS, ContentReader::text, base.comments()),
        reader.field(JOURNAL_REF, ContentReader::text, base.journalRef()),
        reader.field(LICENSE, ContentReader::text, base.license()),
        reader.field(VENUE, ContentReader::text, base.venue()),
        reader.field(KEYWORDS, words -> list(words, JsonNode::asText), base.keywords()),
        reader.field(AI_SUMMARY, ContentReader::text, base.aiSummary()),
        reader.field(VERSIONS, all -> list(all, ContentReader::version), base.versions()),
        reader.field(DAILY, ContentReader::daily, base.daily()),
        reader.field(WITHDRAWN, JsonNode::asBoolean, base.withdrawn()),
        reader.field(LINKS, links -> list(links, ContentReader::link), base.links()));
  }

  private <T> T field(ContentField field, Function<JsonNode, T> read, T base) {
    JsonNode value = node.get(field.key());
    return value == null ? base : read.apply(value);
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode value) {
    return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
  }

  private static Optional<Instant> instant(JsonNode value) {
    return text(value).map(Instant::parse);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    return array.valueStream().map(element).toList();
  }

  private static Author author(JsonNode author) {
    return new Author(author.path("name").asText(), text(author.path("affiliation")));
  }

  private static Version version(JsonNode version) {
    return new Version(
        version.path("number").asInt(),
        instant(version.path("created")),
        text(version.path("sourceType")));
  }

  private static Optional<Daily> daily(JsonNode daily) {
    return daily.isObject()
        ? Optional.of(
            new Daily(
                text(daily.path("date")).map(LocalDate::parse),
                number(daily.path("upvotes")),
                number(daily.path("comments")),
                text(daily.path("submittedBy"))))
        : Optional.empty();
  }

  private static Link link(JsonNode link) {
    return new Link(
        link.path("url").asText(),
        LinkKind.valueOf(symbol(link.path("kind"))),
        LinkRole.valueOf(symbol(link.path("role"))),
        LinkState.valueOf(symbol(link.path("state"))),
        link.path("confidence").asDouble(),
        text(link.path("subPath")),
        list(link.path("evidence"), ContentReader::evidence));
  }

  private static Evidence evidence(JsonNode evidence) {
    return new Evidence(
        evidence.path("source").asText(),
        evidence.path("field").asText(),
        evidence.path("start").asInt(),
        evidence.path("end").asInt(),
        evidence.path("raw").asText(),
        evidence.path("rule").asText());
  }

  private static String symbol(JsonNode value) {
    return value.asText().toUpperCase(Locale.ROOT);
  }
}
