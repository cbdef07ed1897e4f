package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes documents of bytes and reads them. */
final class Documents {

  static final Instant FETCHED_AT = Instant.parse("2026-11-20T12:00:00Z");

  private static final PartSize SMALL = new PartSize(8_000, 900_000);

  private Documents() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static RawDocument document(Format format, byte[] bytes) {
    return RawDocument.newBuilder()
        .setSource(format.source())
        .setUri("file:///fixture")
        .setMediaType(format.mediaType())
        .setFetchedAt(FETCHED_AT)
        .setSha256("0")
        .setBytes(ByteBuffer.wrap(bytes))
        .build();
  }

  static List<Reading> read(Format format, byte[] bytes) {
    var readings = new ArrayList<Reading>();
    format.read(document(format, bytes), readings::add);
    return readings;
  }

  /** The papers of a document in which everything must be readable. */
  static List<PaperRecord> papers(Format format, byte[] bytes) {
    return read(format, bytes).stream()
        .map(
            reading ->
                switch (reading) {
                  case Reading.Paper(PaperRecord record) -> record;
                  case Reading.Unreadable unreadable -> throw new AssertionError(unreadable);
                })
        .toList();
  }

  /** The papers of a document of any format, which are the same when it is cut. */
  static List<PaperRecord> papersAlsoInParts(byte[] bytes) {
    Format format = recognised(bytes);
    List<PaperRecord> papers = papers(format, bytes);
    List<PaperRecord> inParts =
        cut(format, bytes, SMALL).parts().stream()
            .flatMap(part -> papers(format, part).stream())
            .toList();
    assertEquals(papers, inParts);
    return papers;
  }

  static Head head(byte[] bytes) {
    return Head.of(Arrays.copyOf(bytes, Math.min(bytes.length, Head.BYTES)));
  }

  /** The format that recognises the document. */
  static Format recognised(byte[] bytes) {
    return switch (Formats.standard().recognise(head(bytes))) {
      case Recognition.Recognised(Format format) -> format;
      case Recognition.Refused refused -> throw new AssertionError(refused);
    };
  }

  /** No format reads the file, and the reason says what it looks like. */
  static void assertRefused(Path file) throws IOException {
    var refused =
        assertInstanceOf(
            Recognition.Refused.class,
            Formats.standard().recognise(head(Files.readAllBytes(file))),
            file::toString);
    assertEquals(Recognition.Code.UNKNOWN_FORMAT, refused.code());
    assertTrue(refused.message().contains("it looks like"), refused::message);
  }

  /** What cutting a document makes. */
  record Cut(List<byte[]> parts, List<Reading.Unreadable> unreadable) {}

  static Cut cut(Format format, byte[] bytes, PartSize size) {
    return cut(format, new ByteArrayInputStream(bytes), size);
  }

  static Cut cut(Format format, InputStream document, PartSize size) {
    var cut = new Cut(new ArrayList<>(), new ArrayList<>());
    try {
      format.cut(
          document,
          size,
          new PartConsumer() {
            @Override
            public void part(byte[] part) {
              cut.parts.add(part);
            }

            @Override
            public void unreadable(Reading.Unreadable record) {
              cut.unreadable.add(record);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cut;
  }
}
