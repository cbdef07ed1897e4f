package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Recorded answers and pages of Hugging Face are read as a plain reader of JSON reads them. */
class RecordedHuggingFaceTest {

  private final ObjectMapper json = new ObjectMapper();

  /** What is compared of an entry. */
  record Entry(
      String id,
      String title,
      String summary,
      List<String> authors,
      Optional<Instant> published,
      Optional<LocalDate> date,
      Optional<Integer> upvotes,
      Optional<Integer> comments,
      Optional<String> submittedBy,
      List<String> links,
      Optional<String> aiSummary,
      List<String> keywords) {

    static Entry of(JsonNode entry) {
      JsonNode paper = entry.get("paper");
      return new Entry(
          paper.get("id").textValue(),
          oneLine(paper.get("title").textValue()),
          paper.get("summary").textValue().strip(),
          paper
              .get("authors")
              .valueStream()
              .filter(author -> !author.path("hidden").booleanValue())
              .map(author -> oneLine(author.get("name").textValue()))
              .toList(),
          text(paper.path("publishedAt")).map(Instant::parse),
          text(paper.path("submittedOnDailyAt"))
              .map(time -> LocalDate.parse(time.substring(0, 10))),
          number(paper.path("upvotes")),
          number(entry.path("numComments")),
          text(paper.path("submittedOnDailyBy").path("user"))
              .or(() -> text(entry.path("submittedBy").path("name"))),
          links(paper),
          text(paper.path("ai_summary")).map(String::strip),
          paper
              .path("ai_keywords")
              .valueStream()
              .map(k -> oneLine(k.textValue()))
              .filter(k -> !k.isEmpty())
              .toList());
    }

    private static List<String> links(JsonNode paper) {
      var links = new ArrayList<String>();
      text(paper.path("githubRepo"))
          .map(
              value -> value + text(paper.path("githubRepoAddedBy")).map(" by "::concat).orElse(""))
          .ifPresent(links::add);
      text(paper.path("projectPage")).ifPresent(links::add);
      return links;
    }

    private static Optional<String> text(JsonNode value) {
      return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> number(JsonNode value) {
      return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    private static String oneLine(String text) {
      return String.join(" ", text.strip().split("\\s+", -1));
    }

    static Entry of(PaperRecord paper) {
      Optional<DailyListing> daily = paper.getDaily();
      return new Entry(
          paper.getArxivId().orElse(""),
          paper.getTitle(),
          paper.getAbstract$().orElse(""),
          paper.getAuthors().stream().map(Author::getName).toList(),
          paper.getPublished(),
          daily.flatMap(DailyListing::getDate),
          daily.flatMap(DailyListing::getUpvotes),
          daily.flatMap(DailyListing::getComments),
          daily.flatMap(DailyListing::getSubmittedBy),
          paper.getDeclaredLinks().stream()
              .map(link -> link.getValue() + link.getAddedBy().map(" by "::concat).orElse(""))
              .toList(),
          paper.getAiSummary(),
          paper.getKeywords());
    }
  }

  @Test
  void readsTheAnswersOfTheApi() throws IOException {
    int entries = 0;
    for (Path file : Shared.files("recorded/hf-daily-papers-json")) {
      byte[] bytes = Files.readAllBytes(file);
      List<Entry> expected = json.readTree(bytes).valueStream().map(Entry::of).toList();
      assertEquals(MediaTypes.DAILY_PAPERS_JSON, Documents.recognised(bytes).mediaType());
      List<Entry> read = Documents.papersAlsoInParts(bytes).stream().map(Entry::of).toList();
      assertEquals(expected.size(), read.size(), file::toString);
      for (int i = 0; i < read.size(); i++) {
        assertEquals(expected.get(i), read.get(i), file::toString);
      }
      entries += expected.size();
    }
    assertTrue(entries > 1000, "entries " + entries);
  }

  @Test
  void readsThePagesOfPapers() throws IOException {
    for (Path file : Shared.files("recorded/hf-html")) {
      byte[] bytes = Files.readAllBytes(file);
      String state =
          Jsoup.parse(Files.readString(file))
              .selectXpath("//*[@data-target='PaperContent']")
              .attr("data-props");
      assertEquals(MediaTypes.HF_PAPER_HTML, Documents.recognised(bytes).mediaType());
      assertEquals(
          List.of(Entry.of(json.readTree(state))),
          Documents.papersAlsoInParts(bytes).stream().map(Entry::of).toList());
    }
  }

  @Test
  void refusesWhatMirrorsMakeOfThemAndWhatTheHubSaysOfOtherThings() throws IOException {
    List<Path> files =
        Stream.concat(
                Shared.files("recorded/hf-daily-papers-json-mirror-artefacts").stream(),
                Shared.files("recorded/hf-hub").stream())
            .toList();
    for (Path file : files) {
      Documents.assertRefused(file);
    }
  }
}
