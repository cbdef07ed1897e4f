package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The papers of Papers with Code, archived in July 2025 ({@code papers-with-abstracts.json}): a
 * list of hundreds of megabytes.
 */
final class PwcPapers implements Format {

  private static final JsonObjects PAPERS =
      new JsonObjects(Optional.empty(), json -> PwcPaper.read(json).draft());

  private static final Set<String> FIELDS = Set.of("paper_url", "title", "abstract", "url_abs");

  @Override
  public String mediaType() {
    return MediaTypes.PWC_PAPERS;
  }

  @Override
  public String source() {
    return Sources.PAPERS_WITH_CODE;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonObjects().stream().anyMatch(entry -> entry.fields().containsAll(FIELDS));
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    PAPERS.cut(document, size, parts);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    PAPERS.read(document, out);
  }
}
