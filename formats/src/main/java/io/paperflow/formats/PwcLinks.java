package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The links between papers and code of Papers with Code, archived in July 2025 ({@code
 * links-between-papers-and-code.json}): a list of hundreds of megabytes, one entry a paper and
 * repository.
 */
final class PwcLinks implements Format {

  private static final JsonObjects LINKS =
      new JsonObjects(Optional.empty(), json -> PwcLink.read(json).draft());

  private static final Set<String> FIELDS = Set.of("paper_title", "repo_url");

  @Override
  public String mediaType() {
    return MediaTypes.PWC_LINKS;
  }

  @Override
  public String source() {
    return Sources.PAPERS_WITH_CODE_LINKS;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonObjects().stream().anyMatch(entry -> entry.fields().containsAll(FIELDS));
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    LINKS.cut(document, size, parts);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    LINKS.read(document, out);
  }
}
