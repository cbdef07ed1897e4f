package io.paperflow.indexer.document;

import static io.paperflow.indexer.fusion.Said.MONDAY;
import static io.paperflow.indexer.fusion.Said.TUESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Said;
import io.paperflow.indexer.fusion.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/document");

  private static final Statement ARXIV =
      Said.byArxiv(
          MONDAY,
          "A title",
          List.of(
              Said.repository(
                  "https://github.com/acme/thing",
                  Said.in("arxiv", "abstract", "https://github.com/acme/thing"))));
  private static final Statement DAILY =
      Said.byDailyPapers(
          TUESDAY,
          7,
          List.of(
              Said.repository(
                  "https://github.com/acme/thing",
                  Said.in("huggingface-daily-papers", "githubRepo", "acme/thing"))));

  @Test
  void aDocumentOfOneSourceIsWrittenLikeTheFixture() throws IOException {
    assertWritten("one-source.json", document(ARXIV));
  }

  @Test
  void aDocumentOfTwoSourcesIsWrittenLikeTheFixture() throws IOException {
    assertWritten("two-sources.json", document(ARXIV).merge(document(DAILY)));
  }

  @Test
  void partsOfASourceAreWrittenWithTheirNamesAndTheSourceOnce() throws IOException {
    PaperDocument parts =
        document(Said.part("github.com/acme/one", DAILY))
            .merge(document(Said.part("github.com/acme/two", DAILY)));
    JsonNode json = JSON.readTree(written(parts));
    assertEquals("[\"huggingface-daily-papers\"]", json.path("sources").toString());
    assertEquals(
        List.of("github.com/acme/one", "github.com/acme/two"),
        json.path("statements").findValuesAsText("part"));
  }

  @Test
  void theCommonTextIsStoredOnce() throws IOException {
    String written = written(document(ARXIV));
    assertEquals(written.indexOf("We show that"), written.lastIndexOf("We show that"));
  }

  @Test
  void aDocumentIsOneLine() throws IOException {
    assertTrue(written(document(ARXIV)).indexOf('\n') < 0);
  }

  @Test
  void whatOthersWroteIsRefusedWithTheReason() {
    for (String other :
        List.of(
            "{}",
            "[]",
            "{'id':'x'}",
            "{'id':'a'}",
            "{'id':'a','firstSeen':'2026-01-05T00:00:00Z','statements':[]}",
            "{'id':'a','firstSeen':'2026-01-05T00:00:00Z','statements':[{}]}",
            "{'id':'a','links':[{'kind':'no_such'}]}")) {
      assertThrows(
          UnreadableDocumentException.class,
          () -> DocumentReader.read("a", JSON.readTree(other.replace('\'', '"'))),
          other);
    }
  }

  private static void assertWritten(String fixture, PaperDocument document) throws IOException {
    JsonNode expected = JSON.readTree(Files.readAllBytes(FIXTURES.resolve(fixture)));
    assertEquals(expected.toPrettyString(), JSON.readTree(written(document)).toPrettyString());
  }

  private static String written(PaperDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocumentWriter().write(document, TUESDAY.plusSeconds(90), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PaperDocument document(Statement statement) {
    return PaperDocument.of("arxiv:2401.12345", statement);
  }
}
