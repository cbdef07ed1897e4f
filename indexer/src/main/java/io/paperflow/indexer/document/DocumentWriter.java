package io.paperflow.indexer.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.indexer.fusion.Content;
import io.paperflow.indexer.fusion.ContentField;
import io.paperflow.indexer.fusion.Freshness;
import io.paperflow.indexer.fusion.Model;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Repository;
import io.paperflow.indexer.fusion.RepositoryFact;
import io.paperflow.indexer.fusion.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes documents. Statements stand in the order of priority, each as its difference from the
 * document, so that the common text is stored once; a field of the document stems from the first
 * statement that does not differ in it. Thread-safe.
 */
public final class DocumentWriter {

  private static final ContentField[] FIELDS = ContentField.values();

  private final JsonFactory factory = new JsonFactory();

  /**
   * Writes a document on one line.
   *
   * @param indexedAt when it is written to the index
   * @param out not closed
   */
  public void write(PaperDocument document, Instant indexedAt, OutputStream out)
      throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      Content content = document.content();
      json.writeStartObject();
      json.writeStringField(Keys.ID, document.id());
      for (ContentField field : FIELDS) {
        if (field.isGiven(content)) {
          ContentWriter.write(json, field, content);
        }
      }
      derived(json, document, content);
      json.writeStringField(Keys.FIRST_SEEN, document.firstSeen().toString());
      json.writeStringField(Keys.INDEXED_AT, indexedAt.toString());
      json.writeArrayFieldStart(Keys.STATEMENTS);
      for (Statement statement : document.statements()) {
        statement(json, document.id(), statement, content);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void derived(JsonGenerator json, PaperDocument document, Content content)
      throws IOException {
    json.writeFieldName(Keys.SOURCES);
    ContentWriter.texts(json, document.sources());
    List<String> aliases = document.aliases();
    if (!aliases.isEmpty()) {
      json.writeFieldName(Keys.ALIASES);
      ContentWriter.texts(json, aliases);
    }
    List<Repository> repositories = document.repositories(content);
    json.writeArrayFieldStart(Keys.REPOSITORIES);
    for (Repository repository : repositories) {
      json.writeStartObject();
      json.writeStringField("url", repository.url());
      json.writeStringField("host", repository.host());
      json.writeStringField("owner", repository.owner());
      json.writeStringField("name", repository.name());
      json.writeStringField("role", ContentWriter.lowerCase(repository.role()));
      json.writeStringField("state", ContentWriter.lowerCase(repository.availability()));
      if (repository.fact().isPresent()) {
        FactJson.fields(json, repository.fact().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField(Keys.HAS_CODE, PaperDocument.hasCode(repositories));
    if (!document.facts().isEmpty()) {
      known(json, document, content, repositories);
    }
    Freshness freshness = document.freshness();
    json.writeObjectFieldStart(Keys.FRESHNESS);
    json.writeStringField(Keys.SOURCE_TIME, freshness.sourceTime().toString());
    json.writeStringField(Keys.FETCHED_AT, freshness.fetchedAt().toString());
    json.writeEndObject();
  }

  /** What follows from facts, and the facts themselves. */
  private static void known(
      JsonGenerator json, PaperDocument document, Content content, List<Repository> repositories)
      throws IOException {
    json.writeArrayFieldStart(Keys.MODELS);
    for (Model model : document.models(content)) {
      json.writeStartObject();
      json.writeStringField("url", model.url());
      FactJson.fields(json, model.fact());
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<RepositoryFact> first =
        repositories.stream().filter(Repository::isCode).findFirst().flatMap(Repository::fact);
    json.writeObjectFieldStart(Keys.CODE);
    if (first.isPresent()) {
      FactJson.summary(json, first.get());
    }
    json.writeEndObject();
    json.writeArrayFieldStart(Keys.FACTS);
    for (RepositoryFact fact : document.facts()) {
      json.writeStartObject();
      FactJson.write(json, fact);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void statement(JsonGenerator json, String id, Statement statement, Content content)
      throws IOException {
    json.writeStartObject();
    if (!statement.paperKey().equals(id)) {
      json.writeStringField(Keys.PAPER_KEY, statement.paperKey());
    }
    json.writeStringField(Keys.SOURCE, statement.source());
    if (!statement.part().isEmpty()) {
      json.writeStringField(Keys.PART, statement.part());
    }
    json.writeStringField(Keys.SOURCE_TIME, statement.sourceTime().toString());
    json.writeStringField(Keys.FETCHED_AT, statement.reading().fetchedAt().toString());
    json.writeStringField(Keys.RAW_URI, statement.reading().uri());
    json.writeStringField(Keys.RAW_SHA256, statement.reading().sha256());
    json.writeNumberField(Keys.LINK_RULES, statement.reading().linkRules());
    json.writeObjectFieldStart(Keys.DIFFERS);
    for (ContentField field : FIELDS) {
      if (!field.same(content, statement.content())) {
        ContentWriter.write(json, field, statement.content());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
