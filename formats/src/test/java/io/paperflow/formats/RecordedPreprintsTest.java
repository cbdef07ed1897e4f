package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recorded answers of preprint servers are read as a plain reader of JSON reads them. */
class RecordedPreprintsTest {

  private final ObjectMapper json = new ObjectMapper();

  /** What is compared of a version. */
  record Version(
      String doi,
      String source,
      String title,
      String text,
      List<String> familyNames,
      String date,
      boolean first,
      boolean withdrawn,
      List<String> categories,
      Optional<String> journal) {

    static Version of(JsonNode version) {
      return new Version(
          version.get("doi").textValue(),
          version.get("server").textValue().toLowerCase(Locale.ROOT),
          String.join(" ", version.get("title").textValue().strip().split("\\s+", -1)),
          version.get("abstract").textValue().strip(),
          Stream.of(version.get("authors").textValue().split(";", -1))
              .map(name -> name.strip().split(",", -1)[0])
              .filter(name -> !name.isEmpty())
              .toList(),
          version.get("date").textValue() + "T00:00:00Z",
          version.get("version").textValue().equals("1"),
          version.get("type").textValue().equals("withdrawn"),
          List.of(version.get("category").textValue()),
          Optional.of(version.get("published").textValue()).filter(doi -> !doi.equals("NA")));
    }

    Version of(PaperRecord paper) {
      List<String> names = paper.getAuthors().stream().map(Author::getName).toList();
      boolean same =
          names.size() == familyNames.size()
              && names.stream().allMatch(n -> n.endsWith(familyNames.get(names.indexOf(n))));
      return new Version(
          paper.getPaperKey().replaceFirst("^doi:", ""),
          paper.getSource(),
          paper.getTitle(),
          paper.getAbstract$().orElse(""),
          same ? familyNames : names,
          paper.getSourceTime().toString(),
          paper.getPublished().isPresent(),
          paper.getWithdrawn(),
          paper.getCategories(),
          paper.getJournalRef());
    }
  }

  @Test
  void readsEveryVersionAndTheNewestIsTheOneThatCounts() throws IOException {
    for (Path file : Shared.files("recorded/biorxiv")) {
      byte[] bytes = Files.readAllBytes(file);
      List<Version> expected =
          json.readTree(bytes).get("collection").valueStream().map(Version::of).toList();
      assertEquals(MediaTypes.BIORXIV_DETAILS, Documents.recognised(bytes).mediaType());
      List<PaperRecord> papers = Documents.papersAlsoInParts(bytes);
      assertEquals(expected.size(), papers.size());
      assertTrue(expected.size() > 50);
      for (int i = 0; i < papers.size(); i++) {
        assertEquals(expected.get(i), expected.get(i).of(papers.get(i)));
      }
    }
  }

  @Test
  void refusesTheWrapperOfACrawler() throws IOException {
    for (Path file : Shared.files("recorded/openreview")) {
      Documents.assertRefused(file);
    }
  }
}
