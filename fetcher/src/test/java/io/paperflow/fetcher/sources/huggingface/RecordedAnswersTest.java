package io.paperflow.fetcher.sources.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.sources.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real answers of Hugging Face are understood as far as paging must. */
class RecordedAnswersTest {

  @Test
  void listsOfDays() throws IOException {
    int lists = 0;
    for (Path file : Shared.files("recorded/hf-daily-papers-json/daily-archive")) {
      byte[] bytes = Files.readAllBytes(file);
      DailyEntries entries = DailyEntries.ofJson(bytes).orElseThrow(() -> new AssertionError(file));
      assertEquals(
          Shared.count(bytes, "\"paper\"\\s*:\\s*\\{"), entries.entries().size(), file.toString());
      assertEquals(
          Shared.count(bytes, "\"submittedOnDailyAt\""),
          entries.entries().stream().filter(entry -> entry.day().isPresent()).count(),
          file.toString());
      lists++;
    }
    assertTrue(lists > 5);
  }

  @Test
  void aPageOfAPaperIsNoPageOfAList() throws IOException {
    for (Path file : Shared.files("recorded/hf-html")) {
      assertEquals(Optional.empty(), DailyEntries.ofHtml(Files.readAllBytes(file)));
    }
  }

  @Test
  void aPageOfAListHasTheEntriesOfItsState() throws IOException {
    for (Path file : Shared.files("formats")) {
      if (file.endsWith("hf-daily-page.html")) {
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(
            Shared.count(bytes, "&quot;paper&quot;: *\\{"),
            DailyEntries.ofHtml(bytes).orElseThrow().entries().size());
      }
    }
  }
}
