package io.paperflow.fetcher.input;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.paperflow.fetcher.input.InputFailure.Category;
import io.paperflow.fetcher.input.InputFailure.Code;
import io.paperflow.formats.Formats;
import io.paperflow.formats.MediaTypes;
import io.paperflow.formats.PartSize;
import io.paperflow.formats.Reading;
import io.paperflow.formats.Sources;
import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-19T08:00:00Z");

  @TempDir Path folder;

  private final Collected collected = new Collected();
  private final DocumentReader reader =
      new DocumentReader(
          Formats.standard(), WebLimits.STANDARD, InstantSource.fixed(NOW), new PartSize(300, 500));

  @AfterEach
  void close() {
    reader.close();
  }

  private Location file(String name, byte[] content) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, content);
    Files.setLastModifiedTime(path, FileTime.from(CHANGED));
    return new Location.LocalFile(path);
  }

  private static byte[] snapshot(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                "{\"id\":\"2101.%05d\",\"title\":\"Tea %d\",\"abstract\":\"Warm.\",\"categories\":\"cs.LG\"}\n"
                    .formatted(i, i))
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  private InputFailure failure(Location location) {
    return assertInstanceOf(Outcome.Failed.class, reader.read(location, collected)).failure();
  }

  @Test
  void aSmallDocumentIsOneRawDocument() throws IOException, NoSuchAlgorithmException {
    byte[] content = snapshot(0, 2);
    Location location = file("papers.jsonl", content);
    assertEquals(new Outcome.Published(1, content.length), reader.read(location, collected));
    assertEquals(
        List.of(
            RawDocument.newBuilder()
                .setSource(Sources.ARXIV)
                .setUri(folder.resolve("papers.jsonl").toUri().toString())
                .setMediaType(MediaTypes.ARXIV_SNAPSHOT)
                .setFetchedAt(NOW)
                .setModifiedAt(CHANGED)
                .setSha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .setBytes(ByteBuffer.wrap(content))
                .build()),
        collected.documents);
  }

  @Test
  void theFirstPartKeepsItsNameAndContentWhenTheDocumentGrows() throws IOException {
    Location location = file("papers.jsonl", snapshot(0, 20));
    reader.read(location, collected);
    List<String> names = collected.uris();
    assertTrue(names.size() > 2);
    assertEquals(location.uri(), names.getFirst());
    assertEquals(location.uri() + "#part=1", names.get(1));

    var later = new Collected();
    reader.read(file("papers.jsonl", snapshot(0, 30)), later);
    int same = names.size() - 1;
    assertEquals(collected.documents.subList(0, same), later.documents.subList(0, same));
    assertTrue(later.documents.size() > names.size());
  }

  @Test
  void compressedDocumentsAreExpandedWhateverTheirName() throws IOException {
    byte[] content = snapshot(0, 20);
    reader.read(file("plain.jsonl", content), collected);
    var expanded = new Collected();
    reader.read(file("no-gz-in-its-name", gzip(content)), expanded);
    assertEquals(
        collected.documents.stream().map(RawDocument::getSha256).toList(),
        expanded.documents.stream().map(RawDocument::getSha256).toList());
  }

  @Test
  void aDocumentThatExpandsBeyondReasonEnds() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(snapshot(0, 1));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) '\n');
      for (int i = 0; i < 64; i++) {
        gzip.write(blanks);
      }
    }
    InputFailure failure = failure(file("bomb.gz", bomb.toByteArray()));
    assertEquals(Code.TOO_LARGE, failure.code());
    assertEquals(Category.LIMIT, failure.code().category());
    assertTrue(failure.message().endsWith("expands to more than 200 times its compressed size"));
  }

  @Test
  void cutOffCompressionIsReportedAfterThePartsBeforeIt() throws IOException {
    byte[] whole = gzip(snapshot(0, 5000));
    Location location = file("papers.jsonl.gz", Arrays.copyOf(whole, whole.length - 200));
    var failed = assertInstanceOf(Outcome.Failed.class, reader.read(location, collected));
    assertEquals(Code.BROKEN_COMPRESSION, failed.failure().code());
    assertTrue(failed.parts() > 0);
    assertEquals(failed.parts(), collected.documents.size());
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Location location = file("empty.txt", new byte[0]);
    assertEquals(
        new Outcome.Failed(
            new InputFailure(Code.EMPTY, location.uri() + ": the document is empty"),
            0,
            ByteBuffer.allocate(0)),
        reader.read(location, collected));
  }

  @Test
  void aBinaryFileIsRefusedWithItsBeginning() throws IOException {
    byte[] content = new byte[100_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    Location location = file("picture.txt", content);
    var failed = assertInstanceOf(Outcome.Failed.class, reader.read(location, collected));
    assertEquals(Code.BINARY, failed.failure().code());
    assertEquals(ByteBuffer.wrap(content, 0, 4096), failed.beginning());
    assertEquals(List.of(), collected.documents);
  }

  @Test
  void textOfNoKnownFormatIsRefused() throws IOException {
    assertEquals(
        Code.UNKNOWN_FORMAT, failure(file("a.csv", "id,title\n1,Tea\n".getBytes(UTF_8))).code());
    assertEquals(Code.NOT_UTF8, failure(file("a.txt", "Tea".getBytes(UTF_16))).code());
  }

  @Test
  void brokenRecordsArePassedOnForTheParser() throws IOException {
    byte[] content = snapshot(0, 3);
    content[10] = (byte) 0xFF;
    assertEquals(
        new Outcome.Published(1, content.length),
        reader.read(file("broken.jsonl", content), collected));
    assertEquals(ByteBuffer.wrap(content), collected.documents.getFirst().getBytes());
  }

  @Test
  void aRecordThatIsTooLargeIsLeftOut() throws IOException {
    String large = "{\"id\":\"2101.00009\",\"title\":\"" + "x".repeat(10_000) + "\"}\n";
    var content = new ByteArrayOutputStream();
    content.writeBytes(snapshot(0, 5));
    content.writeBytes(large.getBytes(UTF_8));
    content.writeBytes(snapshot(6, 12));
    Outcome outcome = reader.read(file("papers.jsonl", content.toByteArray()), collected);
    var published = assertInstanceOf(Outcome.Published.class, outcome);
    assertEquals(content.size() - large.length(), published.bytes());
    assertEquals(
        List.of(Reading.Code.TOO_LARGE),
        collected.leftOut.stream().map(Reading.Unreadable::code).toList());
  }

  @Test
  void aFileThatIsGoneOrMayNotBeReadIsReported() throws IOException {
    Location gone = new Location.LocalFile(folder.resolve("gone.txt"));
    assertEquals(
        new InputFailure(Code.NOT_FOUND, folder.resolve("gone.txt") + ": there is no such file"),
        failure(gone));
    assumeFalse(
        "root".equals(System.getProperty("user.name")), "skipped: root may read everything");
    Location secret = file("secret.txt", snapshot(0, 1));
    Files.setPosixFilePermissions(
        folder.resolve("secret.txt"), PosixFilePermissions.fromString("---------"));
    assertEquals(Code.REFUSED, failure(secret).code());
  }

  @Test
  void whatTheSinkThrowsIsPassedThrough() throws IOException {
    Location location = file("papers.jsonl", snapshot(0, 20));
    assertThrows(
        IllegalStateException.class,
        () ->
            reader.read(
                location,
                new DocumentSink() {
                  @Override
                  public void document(RawDocument document) {
                    throw new IllegalStateException("full");
                  }

                  @Override
                  public void leftOut(String uri, Reading.Unreadable record) {}
                }));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
