package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Head;
import io.paperflow.formats.Reading;
import io.paperflow.formats.Recognition;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Statements;
import io.paperflow.pipeline.Flow;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three real dumps, against what people read in them. */
@ExtendWith(Ground.Extension.class)
@Timeout(600)
final class RealDocumentsTest {

  private static final String SOURCE = "huggingface-daily-papers";

  @Test
  void everyPaperAndLinkIsThereNothingIsInventedAndASecondRunChangesNothing(
      Ground ground, @TempDir Path folder) throws Exception {
    Gold gold = Gold.read();
    long deadLetters = ground.topics().end(Topics.DEAD_LETTERS);
    SortedMap<String, PapersIndex.Stored> first;
    SortedMap<String, PapersIndex.Stored> second;
    try (Services services = ground.services();
        Flow flow = new Flow(services.kafka())) {
      ingest(services, flow, gold.dumps());
      first = ground.index().ofSource(SOURCE);
      ingest(services, flow, gold.dumps());
      ingest(services, flow, copies(gold.dumps(), folder));
      second = ground.index().ofSource(SOURCE);
    }
    assertEquals(gold.papers().size(), first.size(), "one document a paper");
    Map<String, SortedSet<String>> found = new TreeMap<>();
    for (PapersIndex.Stored stored : first.values()) {
      JsonNode document = stored.source();
      found.put(document.path("title").asText(), Gold.factsOf(document));
    }
    Sets.assertSame("papers with their abstracts and links", gold.papers(), found);
    assertEquals(deadLetters, ground.topics().end(Topics.DEAD_LETTERS), "no dead letters");
    Sets.assertSame("documents and their versions after a second run", first, second);
  }

  private static void ingest(Services services, Flow flow, List<Path> files) throws Exception {
    Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream()), false);
    Documents documents = Documents.resolve(files.stream().map(Path::toString).toList());
    var _ =
        new Ingestion(services.get(Fetcher.class), flow, services.index(), silent).run(documents);
  }

  /** The same under other names, so that they are read once more. */
  private static List<Path> copies(List<Path> files, Path folder) throws Exception {
    List<Path> copies = new ArrayList<>();
    for (Path file : files) {
      copies.add(
          Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES));
    }
    return copies;
  }

  @Test
  void anyOrderMakesTheSameDocuments() throws Exception {
    List<Path> dumps = Gold.read().dumps();
    Path a = dumps.get(0);
    Path b = dumps.get(1);
    Path c = dumps.get(2);
    SortedMap<String, PaperDocument> expected = fused(a, b, c);
    assertEquals(Gold.read().papers().size(), expected.size());
    for (Path[] order : new Path[][] {{a, c, b}, {b, a, c}, {b, c, a}, {c, a, b}, {c, b, a}}) {
      Sets.assertSame(Arrays.toString(order), expected, fused(order));
    }
  }

  private static SortedMap<String, PaperDocument> fused(Path... order) throws Exception {
    LinkFinder finder = LinkFinder.standard();
    SortedMap<String, PaperDocument> documents = new TreeMap<>();
    for (Path file : order) {
      for (PaperRecord paper : papers(file)) {
        PaperDocument said =
            PaperDocument.of(paper.getPaperKey(), Statements.of(finder.enrich(paper)));
        documents.merge(said.id(), said, PaperDocument::merge);
      }
    }
    return documents;
  }

  private static List<PaperRecord> papers(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Head head = Head.of(Arrays.copyOf(bytes, Math.min(bytes.length, Head.BYTES)));
    if (!(Formats.standard().recognise(head) instanceof Recognition.Recognised(Format format))) {
      throw new AssertionError("not recognised: " + file);
    }
    RawDocument raw =
        RawDocument.newBuilder()
            .setSource(format.source())
            .setUri(file.toUri().toString())
            .setMediaType(format.mediaType())
            .setFetchedAt(Instant.EPOCH)
            .setModifiedAt(Files.getLastModifiedTime(file).toInstant())
            .setSha256("")
            .setBytes(ByteBuffer.wrap(bytes))
            .build();
    List<PaperRecord> papers = new ArrayList<>();
    format.read(
        raw,
        reading -> {
          switch (reading) {
            case Reading.Paper(PaperRecord paper) -> papers.add(paper);
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.message());
          }
        });
    return papers;
  }
}
