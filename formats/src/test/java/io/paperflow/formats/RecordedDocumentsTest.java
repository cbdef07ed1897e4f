package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Recorded documents are read as another reader reads them. */
class RecordedDocumentsTest {

  private static final Pattern FIELDS =
      Pattern.compile(
          "Title: (.*?)\nPDF: https://arxiv.org/pdf/(\\S+)\nSummary: (.*?)\n---\n", Pattern.DOTALL);

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void readsDumpsWithFields() throws IOException {
    for (Path file : Shared.files("recorded/hf-text-dumps")) {
      byte[] bytes = Files.readAllBytes(file);
      List<List<String>> expected =
          FIELDS
              .matcher(new String(bytes, StandardCharsets.UTF_8))
              .results()
              .map(RecordedDocumentsTest::fields)
              .toList();
      assertTrue(expected.size() > 20);
      assertEquals(MediaTypes.DAILY_PAPERS_FIELDS, Documents.recognised(bytes).mediaType());
      assertEquals(
          expected,
          Documents.papersAlsoInParts(bytes).stream().map(RecordedDocumentsTest::fields).toList());
    }
  }

  private static List<String> fields(MatchResult record) {
    return List.of(
        String.join(" ", record.group(1).strip().split("\\s+", -1)),
        record.group(2),
        record.group(3).strip());
  }

  private static List<String> fields(PaperRecord paper) {
    return List.of(
        paper.getTitle(), paper.getArxivId().orElse(""), paper.getAbstract$().orElse(""));
  }

  @Test
  void readsTheSnapshot() throws IOException {
    for (Path file : Shared.files("recorded/arxiv-kaggle")) {
      byte[] bytes = Files.readAllBytes(file);
      List<PaperRecord> papers = Documents.papersAlsoInParts(bytes);
      List<String> lines = Files.readAllLines(file);
      assertEquals(lines.size(), papers.size());
      for (int i = 0; i < lines.size(); i++) {
        JsonNode line = json.readTree(lines.get(i));
        PaperRecord paper = papers.get(i);
        assertEquals("arxiv:" + line.get("id").asText(), paper.getPaperKey());
        assertEquals(line.get("abstract").asText().strip(), paper.getAbstract$().orElse(""));
        assertEquals(line.get("authors_parsed").size(), paper.getAuthors().size());
        assertEquals(line.get("versions").size(), paper.getArxivVersion().orElse(0));
        assertEquals(line.get("update_date").asText() + "T00:00:00Z", paper.getSourceTime() + "");
        assertTrue(paper.getPublished().isPresent());
      }
    }
  }
}
