package io.paperflow.bench.papers;

import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.formats.Formats;
import io.paperflow.formats.MediaTypes;
import io.paperflow.formats.Reading;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Papers as the services make them, by the services' own code. Thread-safe. */
public final class PaperRecords {

  private static final Instant FETCHED = Instant.parse("2026-11-20T12:00:00Z");

  private final Formats formats = Formats.standard();
  private final LinkFinder links = LinkFinder.standard();

  /** A document of the snapshot with some papers. */
  public static RawDocument snapshot(List<GeneratedPaper> papers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SnapshotLines lines = new SnapshotLines(out)) {
      for (GeneratedPaper paper : papers) {
        lines.write(paper);
      }
    }
    return document(MediaTypes.ARXIV_SNAPSHOT, "arxiv", out.toByteArray());
  }

  /** An answer of arXiv's OAI-PMH interface with some papers. */
  public static RawDocument oai(List<GeneratedPaper> papers) throws XMLStreamException {
    return document(MediaTypes.ARXIV_OAI, "arxiv", ArxivXml.oai(papers));
  }

  /** An answer of arXiv's query API with some papers. */
  public static RawDocument atom(List<GeneratedPaper> papers) throws XMLStreamException {
    return document(MediaTypes.ARXIV_API, "arxiv-api", ArxivXml.atom(papers));
  }

  /** The text of a Daily Papers page with some papers. */
  public static RawDocument page(List<GeneratedPaper> papers) {
    return document(
        MediaTypes.DAILY_PAPERS_PARAGRAPHS, "huggingface-daily-papers", DailyPapers.page(papers));
  }

  /** An answer of the Daily Papers API with some papers. */
  public static RawDocument json(List<GeneratedPaper> papers) throws IOException {
    return document(
        MediaTypes.DAILY_PAPERS_JSON, "huggingface-daily-papers", DailyPapers.json(papers));
  }

  /** A list of the archive of Papers with Code, with a link a paper. */
  public static RawDocument links(List<GeneratedPaper> papers) throws IOException {
    return document(MediaTypes.PWC_LINKS, "papers-with-code-links", PapersWithCode.links(papers));
  }

  private static RawDocument document(String mediaType, String source, byte[] bytes) {
    return RawDocument.newBuilder()
        .setSource(source)
        .setUri("file:///bench/" + source)
        .setMediaType(mediaType)
        .setFetchedAt(FETCHED)
        .setSha256("0".repeat(64))
        .setBytes(ByteBuffer.wrap(bytes))
        .build();
  }

  /** What the parser makes of a document; all of it must be readable. */
  public List<PaperRecord> parsed(RawDocument document) {
    List<PaperRecord> records = new ArrayList<>();
    formats
        .byMediaType(document.getMediaType())
        .orElseThrow()
        .read(
            document,
            reading -> {
              switch (reading) {
                case Reading.Paper(PaperRecord record) -> records.add(record);
                case Reading.Unreadable unreadable ->
                    throw new IllegalStateException(unreadable.message());
              }
            });
    return records;
  }

  /** What the enricher makes of a record. */
  public EnrichedPaper enriched(PaperRecord record) {
    return links.enrich(record);
  }
}
