package io.paperflow.bench.papers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Links between papers and code as the archive of Papers with Code has them. */
final class PapersWithCode {

  private PapersWithCode() {}

  /** A list with an entry a paper. */
  static byte[] links(List<GeneratedPaper> papers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      for (GeneratedPaper paper : papers) {
        String repository = "https://github.com/example/" + paper.arxivId();
        json.writeStartObject();
        json.writeStringField("paper_url", "https://paperswithcode.com/paper/" + paper.arxivId());
        json.writeStringField("paper_title", paper.title());
        json.writeStringField("paper_arxiv_id", paper.arxivId());
        json.writeStringField("paper_url_abs", "https://arxiv.org/abs/" + paper.arxivId());
        json.writeStringField("paper_url_pdf", "https://arxiv.org/pdf/" + paper.arxivId());
        json.writeStringField("repo_url", paper.codeUrl().orElse(repository));
        json.writeBooleanField("is_official", paper.codeUrl().isPresent());
        json.writeBooleanField("mentioned_in_paper", true);
        json.writeBooleanField("mentioned_in_github", true);
        json.writeStringField("framework", "pytorch");
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return out.toByteArray();
  }
}
