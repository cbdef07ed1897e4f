package io.paperflow.indexer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.SomePapers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripProperties {

  @Property
  void aDocumentComesBackAsItWas(@ForAll("documents") PaperDocument document) throws Exception {
    assertEquals(document, stored(document));
  }

  @Property
  void mergingStoredDocumentsIsMergingDocuments(
      @ForAll("documents") PaperDocument a, @ForAll("documents") PaperDocument b) throws Exception {
    assertEquals(a.merge(b), stored(a).merge(b));
    assertEquals(a.merge(b), stored(a).merge(stored(b)));
  }

  @Provide
  Arbitrary<PaperDocument> documents() {
    return SomePapers.documents();
  }

  private static PaperDocument stored(PaperDocument document)
      throws IOException, UnreadableDocumentException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocumentWriter().write(document, Instant.EPOCH, out);
    return DocumentReader.read(
        document.id(), JsonMapper.builder().build().readTree(out.toByteArray()));
  }
}
