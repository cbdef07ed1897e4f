package io.paperflow.indexer.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.indexer.fusion.Content;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Reading;
import io.paperflow.indexer.fusion.Statement;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads documents as {@link DocumentWriter} wrote them. */
public final class DocumentReader {

  private DocumentReader() {}

  /**
   * Reads a document.
   *
   * @param id under which it is stored
   * @throws UnreadableDocumentException when something else than {@link DocumentWriter} wrote it
   */
  public static PaperDocument read(String id, JsonNode document)
      throws UnreadableDocumentException {
    if (!document.path(Keys.ID).asText().equals(id)) {
      throw new UnreadableDocumentException("its id is '" + document.path(Keys.ID).asText() + "'");
    }
    try {
      Content content = ContentReader.read(document);
      return new PaperDocument(
          id,
          instant(document, Keys.FIRST_SEEN),
          document
              .path(Keys.STATEMENTS)
              .valueStream()
              .map(statement -> statement(id, statement, content))
              .toList(),
          document.path(Keys.FACTS).valueStream().map(FactJson::read).toList());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UnreadableDocumentException(e.toString());
    }
  }

  private static Statement statement(String id, JsonNode statement, Content content) {
    return new Statement(
        statement.path(Keys.PAPER_KEY).asText(id),
        statement.path(Keys.SOURCE).asText(),
        statement.path(Keys.PART).asText(),
        instant(statement, Keys.SOURCE_TIME),
        ContentReader.read(statement.path(Keys.DIFFERS), content),
        new Reading(
            instant(statement, Keys.FETCHED_AT),
            statement.path(Keys.RAW_URI).asText(),
            statement.path(Keys.RAW_SHA256).asText(),
            statement.path(Keys.LINK_RULES).asInt()));
  }

  private static Instant instant(JsonNode object, String key) {
    return Instant.parse(object.path(key).asText());
  }
}
