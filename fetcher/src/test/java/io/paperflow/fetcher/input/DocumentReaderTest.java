package io.paperflow.fetcher.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.paperflow.fetcher.input.Location.LocalFile;
import io.paperflow.fetcher.input.Location.Stream;
import io.paperflow.fetcher.input.Location.Web;
import io.paperflow.formats.Formats;
import io.paperflow.formats.MediaTypes;
import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good documents are passed on as they are, the others refused with the reason. */
class DocumentReaderTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(2), 1 << 20, 100);

  private static final String LINE =
      """
      {"id":"2601.00000","title":"An Invented Paper","abstract":"  Invented text.\\n","categories":"cs.LG",\
      "authors":"Ada Example","versions":[{"version":"v1","created":"Mon, 5 Jan 2026 20:31:27 GMT"}],\
      "update_date":"2026-01-06","authors_parsed":[["Example","Ada",""]]}
      """;

  @TempDir private Path folder = Path.of("");

  private final Seen seen = new Seen();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  DocumentReaderTest() {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void aFileIsPassedOnUnchangedWithWhatIsKnownOfIt() throws Exception {
    byte[] content = lines(3);
    Path file = Files.write(folder.resolve("papers.jsonl"), content);
    read(new LocalFile(file));
    RawDocument document = seen.documents.getFirst();
    assertArrayEquals(content, document.getBytes().array());
    assertEquals(file.toUri().toString(), document.getUri());
    assertEquals(MediaTypes.ARXIV_SNAPSHOT, document.getMediaType());
    assertEquals(NOW, document.getFetchedAt());
    assertTrue(document.getModifiedAt().isPresent());
    assertEquals(64, document.getSha256().length());
  }

  @Test
  void aLargeFileIsCutIntoPartsThatTogetherAreTheFile() throws Exception {
    byte[] content = lines(3000);
    read(new LocalFile(Files.write(folder.resolve("papers.jsonl"), content)));
    assertTrue(seen.documents.size() > 1);
    assertArrayEquals(content, seen.content());
    assertEquals(
        seen.documents.size(), seen.documents.stream().map(RawDocument::getUri).distinct().count());
  }

  @Test
  void gzipIsOpened() throws Exception {
    read(new LocalFile(Files.write(folder.resolve("papers.jsonl.gz"), gzip(lines(3)))));
    assertArrayEquals(lines(3), seen.documents.getFirst().getBytes().array());
  }

  @Test
  void anOpenStreamIsReadLikeAFile() throws Exception {
    for (byte[] content : List.of(lines(3), gzip(lines(3)))) {
      read(new Stream(URI.create("stdin:-"), new ByteArrayInputStream(content)));
      RawDocument document = seen.documents.getLast();
      assertArrayEquals(lines(3), document.getBytes().array());
      assertEquals("stdin:-", document.getUri());
    }
    assertEquals(2, seen.documents.size());
  }

  @Test
  void brokenGzipIsRefused() throws Exception {
    byte[] whole = gzip(lines(3));
    read(
        new LocalFile(
            Files.write(folder.resolve("a.gz"), java.util.Arrays.copyOf(whole, whole.length / 2))));
    assertEquals(List.of("unreadable"), seen.codes);
  }

  @Test
  void aGzipBombIsCutOff() throws Exception {
    Path file = folder.resolve("bomb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines(1));
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    read(new LocalFile(file));
    assertTrue(seen.codes.contains("too-large"), seen.codes::toString);
  }

  @Test
  void documentsThatAreNoneAreRefusedWithTheReason() throws Exception {
    refuse("empty", new byte[0]);
    refuse("empty", "  \n \n".getBytes(UTF_8));
    refuse("binary", new byte[] {0, 1, 2, 3, 0, 0, 7, (byte) 0x89, 'P', 'N', 'G', 0});
    refuse("unknown-format", "<html><body>no papers</body></html>".getBytes(UTF_8));
  }

  private void refuse(String code, byte[] content) throws Exception {
    seen.codes.clear();
    read(new LocalFile(Files.write(folder.resolve("document"), content)));
    assertEquals(List.of(code), seen.codes);
    assertEquals(List.of(), seen.documents);
  }

  @Test
  void twoHundredMegabytesOnOneLineAreLeftOutAndTheRestGoesOn() throws Exception {
    Path file = folder.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(lines(1));
      out.write("{\"id\":\"2601.99999\",\"title\":\"".getBytes(UTF_8));
      byte[] xs = new byte[1 << 20];
      java.util.Arrays.fill(xs, (byte) 'x');
      for (int i = 0; i < 200; i++) {
        out.write(xs);
      }
      out.write("\"}\n".getBytes(UTF_8));
      out.write(lines(1));
    }
    read(new LocalFile(file));
    assertEquals(List.of(Reading.Code.TOO_LARGE), seen.unreadable);
    assertEquals(new String(lines(1), UTF_8).repeat(2), new String(seen.content(), UTF_8));
  }

  @Test
  void aFileThatVanishesIsRefused() throws Exception {
    read(new LocalFile(folder.resolve("gone")));
    assertEquals(List.of("unreadable"), seen.codes);
  }

  @Test
  void aDocumentOfTheWebKeepsItsValidators() throws Exception {
    server.createContext(
        "/papers",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          exchange.getResponseHeaders().set("Last-Modified", "Mon, 05 Jan 2026 20:31:27 GMT");
          exchange.sendResponseHeaders(200, lines(2).length);
          exchange.getResponseBody().write(lines(2));
          exchange.close();
        });
    read(web("/papers"));
    RawDocument document = seen.documents.getFirst();
    assertArrayEquals(lines(2), document.getBytes().array());
    assertEquals("\"v1\"", document.getEtag().orElseThrow());
    assertEquals(Instant.parse("2026-01-05T20:31:27Z"), document.getModifiedAt().orElseThrow());
  }

  @Test
  void anErrorOfTheServerIsARefusalWithItsStatus() throws Exception {
    read(web("/absent"));
    assertEquals(List.of("http-404"), seen.codes);
  }

  @Test
  void anAddressThatStallsIsCutOff() throws Exception {
    server.createContext(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(lines(1));
          exchange.getResponseBody().flush();
          await(end);
        });
    read(web("/stalls"));
    assertEquals(List.of("timeout"), seen.codes);
  }

  @Test
  void anAddressThatNeverEndsIsCutOff() throws Exception {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] content = lines(100);
          try {
            while (end.getCount() > 0) {
              exchange.getResponseBody().write(content);
            }
          } catch (IOException e) {
            exchange.close(); // The reader hung up, as it should.
          }
        });
    read(web("/endless"));
    assertEquals(List.of("too-large"), seen.codes);
  }

  @Test
  void nobodyThereIsARefusal() throws Exception {
    URI address = web("/").uri();
    server.stop(0);
    read(new Web(address));
    assertEquals(List.of("unreadable"), seen.codes);
  }

  @Test
  void aFailureOfTheConsumerEndsEverything() throws IOException {
    Path file = Files.write(folder.resolve("papers.jsonl"), lines(3));
    RawDocuments failing =
        new Seen() {
          @Override
          public void document(RawDocument document) throws IOException {
            throw new IOException("Kafka is away");
          }
        };
    try (DocumentReader reader = reader()) {
      assertThrows(IOException.class, () -> reader.read(new LocalFile(file), failing));
    }
  }

  @Test
  void anInterruptIsNoFaultOfTheDocument() throws Exception {
    Location file = new LocalFile(Files.write(folder.resolve("papers.jsonl"), lines(3)));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> read(file));
    assertEquals(List.of(), seen.codes);
  }

  private void read(Location location) throws Exception {
    try (DocumentReader reader = reader()) {
      reader.read(location, seen);
    }
  }

  private static DocumentReader reader() {
    return new DocumentReader(Formats.standard(), LIMITS, () -> NOW);
  }

  private Web web(String path) {
    return new Web(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private static byte[] lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(LINE.replace("2601.00000", "2601.%05d".formatted(i)));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static class Seen implements RawDocuments {
    final List<RawDocument> documents = new ArrayList<>();
    final List<Reading.Code> unreadable = new ArrayList<>();
    final List<String> codes = new ArrayList<>();

    /** All parts, one after the other. */
    byte[] content() {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      documents.forEach(part -> joined.writeBytes(part.getBytes().array()));
      return joined.toByteArray();
    }

    @Override
    public void document(RawDocument document) throws IOException {
      documents.add(document);
    }

    @Override
    public void unreadable(URI uri, Reading.Unreadable record) {
      unreadable.add(record.code());
    }

    @Override
    public void refused(URI uri, String code, String message, byte[] beginning) {
      assertTrue(message.startsWith(uri.toString()), message);
      codes.add(code);
    }
  }
}
