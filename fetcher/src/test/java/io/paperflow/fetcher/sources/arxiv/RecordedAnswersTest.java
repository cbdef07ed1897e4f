package io.paperflow.fetcher.sources.arxiv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.fetcher.sources.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real answers of arXiv are understood as far as paging must; a count of another kind agrees. */
class RecordedAnswersTest {

  @Test
  void answersOfOaiPmh() throws IOException {
    int answers = 0;
    for (Path file : Shared.files("recorded/arxiv-oai")) {
      byte[] bytes = Files.readAllBytes(file);
      if (Shared.count(bytes, "<OAI-PMH") == 0) {
        assertEquals(Optional.empty(), OaiPage.read(bytes), file.toString());
        continue;
      }
      OaiPage page = OaiPage.read(bytes).orElseThrow(() -> new AssertionError(file));
      assertEquals(Shared.count(bytes, "<datestamp>"), page.headers().size(), file.toString());
      assertEquals(
          Shared.count(bytes, "<resumptionToken[^>]*>[^<]+"),
          page.token().isPresent() ? 1 : 0,
          file.toString());
      assertEquals(
          Shared.count(bytes, "<error code"), page.error().isPresent() ? 1 : 0, file.toString());
      answers++;
    }
    assertTrue(answers > 5);
  }

  @Test
  void answersOfTheQueryApi() throws IOException {
    for (Path file : Shared.files("recorded/arxiv-atom-api")) {
      check(file, Files.readAllBytes(file));
    }
    for (Path file : Shared.files("recorded/arxiv-atom-recordings")) {
      JsonNode recording = JsonMapper.builder().build().readTree(file.toFile());
      check(file, recording.path("body").asText().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void check(Path file, byte[] bytes) {
    AtomPage page = AtomPage.read(bytes).orElseThrow(() -> new AssertionError(file));
    assertEquals(Shared.count(bytes, "<entry[ >]"), page.ids().size(), file.toString());
    assertEquals(
        1, Shared.count(bytes, "totalResults[^>]*>" + page.total() + "<"), file.toString());
    assertEquals(1, Shared.count(bytes, "startIndex[^>]*>" + page.start() + "<"), file.toString());
  }

  @Test
  void feeds() throws IOException {
    for (Path file : Shared.files("recorded/arxiv-rss")) {
      byte[] bytes = Files.readAllBytes(file);
      FeedPage page = FeedPage.read(bytes).orElseThrow(() -> new AssertionError(file));
      assertEquals(Shared.count(bytes, "<(item|entry)>"), page.items(), file.toString());
    }
  }
}
