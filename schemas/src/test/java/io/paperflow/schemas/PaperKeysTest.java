package io.paperflow.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaperKeysTest {

  @BeforeAll
  static void trustTheGeneratedRecords() {
    // Avro builds no record of a class it was not told to trust, which the codec does.
    assertEquals("io.paperflow.schemas.PaperRecord", AvroCodec.of(PaperRecord.class).schemaName());
  }

  @Test
  void aStatementHasTheKeyOfItsPaperAndSource() {
    assertEquals("arxiv:2401.12345|arxiv", PaperKeys.messageKey(said("arxiv", "")));
  }

  @Test
  void aPartHasAKeyOfItsOwn() {
    assertEquals(
        "arxiv:2401.12345|papers-with-code-links|github.com/acme/thing",
        PaperKeys.messageKey(said("papers-with-code-links", "github.com/acme/thing")));
  }

  private static PaperRecord said(String source, String part) {
    return PaperRecord.newBuilder()
        .setPaperKey("arxiv:2401.12345")
        .setSource(source)
        .setPart(part)
        .setTitle("A title")
        .setSourceTime(Instant.EPOCH)
        .setFetchedAt(Instant.EPOCH)
        .setRawUri("file:///a")
        .setRawSha256("0a")
        .build();
  }
}
