package io.paperflow.fetcher.sources.biorxiv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.fetcher.sources.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Real answers of bioRxiv are understood as far as paging must. */
class RecordedAnswersTest {

  @Test
  void listsOfDays() throws IOException {
    for (Path file : Shared.files("recorded/biorxiv")) {
      byte[] bytes = Files.readAllBytes(file);
      DetailsPage page = DetailsPage.read(bytes).orElseThrow(() -> new AssertionError(file));
      assertEquals(Shared.count(bytes, "\"doi\""), page.preprints().size());
      assertEquals(OptionalInt.of(0), page.offset());
      assertEquals(1, Shared.count(bytes, "\"total\": \"" + page.total().orElseThrow() + "\""));
    }
  }
}
