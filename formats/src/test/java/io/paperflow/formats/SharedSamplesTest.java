package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples of the structure of each source. */
class SharedSamplesTest {

  @ParameterizedTest
  @CsvSource({
    "hf-daily_papers.json, application/x-hf-daily-papers+json, huggingface-daily-papers",
    "hf-daily-page.html, text/html; page=hf-daily-papers, huggingface-daily-papers",
    "hf-paper-info.json, application/x-hf-paper+json, huggingface-papers",
    "pwc-links-between-papers-and-code.json, application/x-paperswithcode-links+json,"
        + " papers-with-code-links",
    "pwc-papers-with-abstracts.json, application/x-paperswithcode-papers+json, papers-with-code",
    "openreview-note-api2.json, application/x-openreview-notes+json, openreview",
    "biorxiv-details.json, application/x-biorxiv-details+json, biorxiv",
  })
  void isReadWhole(String file, String mediaType, String source) throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.path("formats/" + file));
    assertEquals(mediaType, Documents.recognised(bytes).mediaType());
    List<PaperRecord> papers = Documents.papersAlsoInParts(bytes);
    assertEquals(entries(file), papers.size());
    papers.forEach(paper -> assertEquals(source, paper.getSource()));
  }

  private static int entries(String file) throws IOException {
    return switch (file) {
      case "hf-daily-page.html" -> 3;
      case "hf-paper-info.json" -> 1;
      default -> {
        var tree = new ObjectMapper().readTree(Shared.path("formats/" + file).toFile());
        yield tree.path("notes").size()
            + tree.path("collection").size()
            + (tree.isArray() ? tree.size() : 0);
      }
    };
  }

  @Test
  void answersThatDescribeNoPaperAreRefused() throws IOException {
    for (String file :
        List.of(
            "hf-arxiv-repos.json",
            "hf-hub-model.json",
            "hf-hub-dataset.json",
            "hf-hub-space.json",
            "github-repo.200.json",
            "github-graphql-batch.200.json",
            "gitlab-project.json",
            "gitee-repo.json",
            "swh-visit-latest.json")) {
      Documents.assertRefused(Shared.path("formats/" + file));
    }
  }
}
