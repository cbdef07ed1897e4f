package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Recorded documents are read as another reader reads them. */
class RecordedDocumentsTest {

  private static final PartSize SMALL = new PartSize(8_000, 900_000);
  private static final Pattern FIELDS =
      Pattern.compile(
          "Title: (.*?)\nPDF: https://arxiv.org/pdf/(\\S+)\nSummary: (.*?)\n---\n", Pattern.DOTALL);

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void readsTheAnswersOfTheApi() throws IOException {
    for (Path file : Shared.files("recorded/hf-daily-papers-json")) {
      byte[] bytes = Files.readAllBytes(file);
      List<Entry> expected =
          StreamSupport.stream(json.readTree(bytes).spliterator(), false).map(Entry::of).toList();
      assertEquals(MediaTypes.DAILY_PAPERS_JSON, Documents.recognised(bytes).mediaType());
      assertEquals(expected, papers(bytes).stream().map(Entry::of).toList(), file::toString);
    }
  }

  /** What is compared of an entry. */
  record Entry(
      String id,
      String title,
      String summary,
      List<String> authors,
      Optional<Integer> upvotes,
      Optional<Integer> comments,
      Optional<LocalDate> date) {

    static Entry of(JsonNode entry) {
      JsonNode paper = entry.get("paper");
      var authors = new ArrayList<String>();
      for (JsonNode author : paper.get("authors")) {
        if (!author.get("hidden").asBoolean()) {
          authors.add(author.get("name").asText());
        }
      }
      return new Entry(
          paper.get("id").asText(),
          String.join(" ", paper.get("title").asText().strip().split("\\s+", -1)),
          paper.get("summary").asText().strip(),
          authors,
          Optional.of(paper.get("upvotes").asInt()),
          Optional.of(entry.get("numComments").asInt()),
          Optional.ofNullable(paper.get("submittedOnDailyAt"))
              .map(time -> LocalDate.parse(time.asText().substring(0, 10))));
    }

    static Entry of(PaperRecord paper) {
      Optional<DailyListing> daily = paper.getDaily();
      return new Entry(
          paper.getArxivId().orElse(""),
          paper.getTitle(),
          paper.getAbstract$().orElse(""),
          paper.getAuthors().stream().map(Author::getName).toList(),
          daily.flatMap(DailyListing::getUpvotes),
          daily.flatMap(DailyListing::getComments),
          daily.flatMap(DailyListing::getDate));
    }
  }

  @Test
  void refusesWhatMirrorsMakeOfThem() throws IOException {
    for (Path file : Shared.files("recorded/hf-daily-papers-json-mirror-artefacts")) {
      Recognition recognition =
          Formats.standard().recognise(Documents.head(Files.readAllBytes(file)));
      var refused = assertInstanceOf(Recognition.Refused.class, recognition, file::toString);
      assertEquals(Recognition.Code.UNKNOWN_FORMAT, refused.code());
    }
  }

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
      assertEquals(expected, papers(bytes).stream().map(RecordedDocumentsTest::fields).toList());
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
      List<PaperRecord> papers = papers(bytes);
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

  /** The papers of a document, which are the same when it is cut. */
  private static List<PaperRecord> papers(byte[] bytes) {
    Format format = Documents.recognised(bytes);
    List<PaperRecord> papers = Documents.papers(format, bytes);
    List<PaperRecord> inParts =
        Documents.cut(format, bytes, SMALL).parts().stream()
            .flatMap(part -> Documents.papers(format, part).stream())
            .toList();
    assertEquals(papers, inParts);
    return papers;
  }
}
