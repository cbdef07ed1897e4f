package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The arXiv metadata snapshot (https://www.kaggle.com/datasets/Cornell-University/arxiv): one JSON
 * object a line, millions of them.
 */
final class ArxivSnapshot implements Format {

  private static final Set<String> FIELDS = Set.of("id", "title", "abstract");
  private static final Set<String> SIGNS_OF_ARXIV =
      Set.of("categories", "versions", "update_date", "authors_parsed", "journal-ref");

  @Override
  public String mediaType() {
    return MediaTypes.ARXIV_SNAPSHOT;
  }

  @Override
  public String source() {
    return Sources.ARXIV;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonLines().stream()
        .map(JsonShape::fields)
        .anyMatch(
            fields ->
                fields.containsAll(FIELDS) && fields.stream().anyMatch(SIGNS_OF_ARXIV::contains));
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new LineCutter(size, parts).cut(document);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    byte[] bytes = Fragments.bytes(document);
    var records = new JsonRecords(document, bytes, json -> SnapshotEntry.read(json).draft(), out);
    Lines.forEach(bytes, records::read);
  }
}
