package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Details of a paper at Hugging Face ({@code https://huggingface.co/api/papers/ID}): one object
 * with the models, datasets and spaces that name the paper; also one object a line.
 */
final class PaperDetailsJson implements Format {

  /** A paper, flat or nested beside its comments as in the state of its page. */
  static final JsonObjects PAPERS =
      new JsonObjects(Optional.empty(), json -> DailyEntry.read(json).draft());

  private static final Set<String> SIGNS_OF_DETAILS =
      Set.of("linkedModels", "linkedDatasets", "linkedSpaces");

  @Override
  public String mediaType() {
    return MediaTypes.HF_PAPER_JSON;
  }

  @Override
  public String source() {
    return Sources.HUGGINGFACE_PAPERS;
  }

  @Override
  public boolean recognises(Head head) {
    return isDetails(head);
  }

  /** One flat object alone, or objects with what only details have. */
  static boolean isDetails(Head head) {
    if (!head.beginsWith('{')) {
      return false;
    }
    List<JsonShape> objects = head.jsonObjects();
    boolean alone = objects.size() == 1;
    return objects.stream()
        .filter(DailyPapersJson::isFlatEntry)
        .anyMatch(object -> alone || object.fields().stream().anyMatch(SIGNS_OF_DETAILS::contains));
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
