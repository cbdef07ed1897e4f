package io.paperflow.http;

import static io.paperflow.http.LoopbackServer.bytes;
import static io.paperflow.http.LoopbackServer.repeated;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers send as bodies, well and badly. */
final class BodiesTest extends OverLoopback {

  private static final Duration IMPATIENT = Duration.ofMillis(500);
  private static final byte[] TEXT = bytes("a paper with its code, ".repeat(1000));

  @Test
  void aBodyOfKnownLength() throws Exception {
    server.onContent("/x", "\r\nContent-Type: text/plain\r\nETag: \"1\"", TEXT);

    try (Content content = assertInstanceOf(Content.class, get("/x"))) {
      assertArrayEquals(TEXT, content.body().readAllBytes());
      assertEquals("text/plain", content.mediaType().orElseThrow());
      assertEquals("\"1\"", content.validators().etag().orElseThrow());
      assertEquals(server.uri("/x"), content.uri());
    }
  }

  @Test
  void aBodyInChunks() throws Exception {
    server.on("/x", "200 OK\r\nTransfer-Encoding: chunked", bytes("5\r\nhello\r\n0\r\n\r\n"));

    assertArrayEquals(bytes("hello"), body("/x"));
  }

  @Test
  void aBodyUntilTheConnectionEnds() throws Exception {
    server.on("/x", "200 OK", TEXT);

    assertArrayEquals(TEXT, body("/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
  void gzip(String encoding) throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: " + encoding, gzipped(TEXT));

    assertArrayEquals(TEXT, body("/x"));
  }

  @Test
  void zstd() throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: zstd", Zstd.compress(TEXT));

    assertArrayEquals(TEXT, body("/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void anEmptyBodyThatIsMarkedAsEncoded(String encoding) throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: " + encoding, new byte[0]);

    assertEquals(0, body("/x").length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "deflate"})
  void aCodingThatWasNotAskedForIsRefused(String encoding) throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: " + encoding, TEXT);

    assertEquals("encoding", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @Test
  void aGzipBombIsCutOff() throws Exception {
    byte[] bomb = gzipped(new byte[64 << 20]);
    assertTrue(bomb.length < 100_000);
    server.onContent("/x", "\r\nContent-Encoding: gzip", bomb);

    assertFailure("/x", "too-large", true);
  }

  @Test
  void aZstdBombIsCutOff() throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: zstd", Zstd.compress(new byte[64 << 20]));

    assertFailure("/x", "too-large", true);
  }

  @Test
  void aZstdWindowThatTakesAllMemoryIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(out).setLong(27)) {
      zstd.write(TEXT);
    }
    server.onContent("/x", "\r\nContent-Encoding: zstd", out.toByteArray());

    assertFailure("/x", "encoding", false);
  }

  @Test
  void aBodyThatIsTooLongIsCutOff() throws Exception {
    server.onContent("/x", "", new byte[(1 << 20) + 1]);

    assertFailure("/x", "too-large", true);
  }

  @Test
  void aBodyOfTheVeryLimitIsRead() throws Exception {
    server.onContent("/x", "", new byte[1 << 20]);

    assertEquals(1 << 20, body("/x").length);
  }

  @Test
  void anEndlessBodyIsCutOff() throws Exception {
    byte[] part = repeated("endless ", 1000);
    server.on(
        "/x",
        out -> {
          out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
          while (true) {
            out.write(part);
          }
        });

    assertFailure("/x", "too-large", true);
  }

  @Test
  void aBodyShorterThanItsLengthIsTruncated() throws Exception {
    server.on("/x", "200 OK\r\nContent-Length: 100", bytes("short"));

    assertFailure("/x", "truncated", false);
  }

  @Test
  void whatComesAfterTheLengthIsNoPartOfAnyBody() throws Exception {
    server.on("/x", "200 OK\r\nContent-Length: 5", bytes("helloHTTP/1.1 500 Oops\r\n\r\n"));

    assertArrayEquals(bytes("hello"), body("/x"));
    assertArrayEquals(bytes("hello"), body("/x"));
  }

  @Test
  void chunksWithoutTheLastAreTruncated() throws Exception {
    server.on("/x", "200 OK\r\nTransfer-Encoding: chunked", bytes("5\r\nhello\r\n"));

    assertFailure("/x", "truncated", false);
  }

  @Test
  void brokenChunksAreToldAsSuch() throws Exception {
    server.on("/x", "200 OK\r\nTransfer-Encoding: chunked", bytes("zz\r\nhello\r\n"));

    assertFailure("/x", "protocol", false);
  }

  @Test
  void truncatedGzipIsTruncated() throws Exception {
    byte[] whole = gzipped(TEXT);
    server.on("/x", "200 OK\r\nContent-Encoding: gzip", Arrays.copyOf(whole, whole.length / 2));

    assertFailure("/x", "truncated", false);
  }

  @Test
  void truncatedZstdIsTruncated() throws Exception {
    byte[] whole = Zstd.compress(TEXT);
    server.on("/x", "200 OK\r\nContent-Encoding: zstd", Arrays.copyOf(whole, whole.length / 2));

    assertFailure("/x", "truncated", false);
  }

  @Test
  void whatIsNoGzipIsToldAsSuch() throws Exception {
    server.onContent("/x", "\r\nContent-Encoding: gzip", TEXT);

    assertFailure("/x", "encoding", false);
  }

  @Test
  void aServerThatStopsSendingIsCutOff() throws Exception {
    server.on(
        "/x",
        out -> {
          out.write(bytes("HTTP/1.1 200 OK\r\n\r\nbeginning"));
          out.flush();
          block();
        });

    assertFailure(impatient(), "timeout", false);
  }

  @Test
  void aServerThatDripsIsCutOff() throws Exception {
    server.on("/x", out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", "."));

    assertFailure(impatient(), "slow", false);
  }

  @Test
  void aServerThatDripsItsChunksIsCutOff() throws Exception {
    server.on("/x", out -> drip(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "0"));

    assertFailure(
        request("/x").within(limits.firstByte(IMPATIENT).whole(Duration.ofSeconds(1))),
        "timeout",
        false);
  }

  @Test
  void closingWaitsForNothing() throws Exception {
    server.on(
        "/x",
        out -> {
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbeginning"));
          out.flush();
          block();
        });
    Content content = assertInstanceOf(Content.class, get("/x"));

    assertEquals('b', content.body().read());
    content.close();
    assertEquals(-1, content.body().read());
  }

  @Test
  void aFailureNamesTheAddressWithoutItsQuery() throws Exception {
    server.on("/x?signature=private", "200 OK\r\nContent-Length: 100", bytes("short"));

    Content content = assertInstanceOf(Content.class, get("/x?signature=private"));
    BodyException e = assertThrows(BodyException.class, () -> content.body().readAllBytes());
    assertTrue(String.valueOf(e.getMessage()).startsWith(server.uri("/x") + ": "));
    assertFalse(String.valueOf(e.getMessage()).contains("private"));
  }

  private void assertFailure(String path, String code, boolean permanent) throws Exception {
    assertFailure(request(path), code, permanent);
  }

  private Request impatient() {
    return request("/x").within(limits.firstByte(IMPATIENT));
  }

  private void assertFailure(Request request, String code, boolean permanent) throws Exception {
    try (Content content = assertInstanceOf(Content.class, web().get(request))) {
      BodyException e = assertThrows(BodyException.class, () -> readAll(content));
      assertEquals(code, e.code());
      assertEquals(permanent, e.permanent());
      assertEquals(code, assertThrows(BodyException.class, () -> readAll(content)).code());
    }
  }

  private static void readAll(Content content) throws IOException {
    content.body().transferTo(OutputStream.nullOutputStream());
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** Until the client is gone. */
  static void drip(OutputStream out, String head, String drop) throws IOException {
    out.write(bytes(head));
    out.flush();
    while (true) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      out.write(bytes(drop));
      out.flush();
    }
  }

  /** For longer than any client waits; its thread is given up. */
  static void block() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
