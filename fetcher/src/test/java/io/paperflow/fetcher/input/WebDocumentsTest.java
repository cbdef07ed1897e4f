package io.paperflow.fetcher.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperflow.fetcher.input.InputFailure.Category;
import io.paperflow.fetcher.input.InputFailure.Code;
import io.paperflow.formats.Formats;
import io.paperflow.formats.PartSize;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents on a server of this test, with small limits. */
class WebDocumentsTest {

  private static final byte[] LINE =
      "{\"id\":\"2101.00001\",\"title\":\"Tea\",\"abstract\":\"Warm.\",\"categories\":\"cs.LG\"}\n"
          .getBytes(UTF_8);
  private static final long LIMIT = 1 << 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Collected collected = new Collected();
  private final DocumentReader reader = reader(Duration.ofSeconds(20));
  private HttpServer server;

  private static DocumentReader reader(Duration patience) {
    var limits = new WebLimits(Duration.ofSeconds(20), patience, Duration.ofMinutes(2), LIMIT);
    return new DocumentReader(
        Formats.standard(), limits, InstantSource.system(), new PartSize(50_000, 100_000));
  }

  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    finished.countDown();
    reader.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private Location page(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer.to(exchange);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    return location(path);
  }

  private Location.Web location(String path) {
    return new Location.Web(URI.create("http://localhost:" + server.getAddress().getPort() + path));
  }

  private InputFailure failureOfAnImpatientReader(Location location) {
    try (DocumentReader impatient = reader(Duration.ofMillis(200))) {
      return assertInstanceOf(Outcome.Failed.class, impatient.read(location, collected)).failure();
    }
  }

  private InputFailure failure(Location location) {
    return assertInstanceOf(Outcome.Failed.class, reader.read(location, collected)).failure();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void aPageIsReadWithItsValidatorAndTime() {
    Location page =
        page(
            "/papers.jsonl",
            exchange -> {
              exchange.getResponseHeaders().add("ETag", "\"abc\"");
              exchange.getResponseHeaders().add("Last-Modified", "Thu, 19 Nov 2026 08:00:00 GMT");
              send(exchange, 200, LINE);
            });
    assertEquals(new Outcome.Published(1, LINE.length), reader.read(page, collected));
    RawDocument document = collected.documents.getFirst();
    assertEquals(page.uri(), document.getUri());
    assertEquals(Optional.of("\"abc\""), document.getEtag());
    assertEquals(Optional.of(Instant.parse("2026-11-19T08:00:00Z")), document.getModifiedAt());
  }

  @Test
  void aRedirectIsFollowedAndTheNameStays() {
    page("/new", exchange -> send(exchange, 200, LINE));
    Location old = page("/old", exchange -> redirect(exchange, "/new"));
    assertEquals(new Outcome.Published(1, LINE.length), reader.read(old, collected));
    assertEquals(old.uri(), collected.uris().getFirst());
  }

  @Test
  void redirectsWithoutEndAreRefused() {
    Location page = page("/round", exchange -> redirect(exchange, "/round"));
    assertEquals(
        new InputFailure(
            Code.REFUSED,
            page.uri() + ": the server answered 302: too many redirects, or one to plain http"),
        failure(page));
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    send(exchange, 302, new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND, ACCESS",
    "410, NOT_FOUND, ACCESS",
    "403, REFUSED, ACCESS",
    "429, UNREACHABLE, TRANSIENT",
    "503, UNREACHABLE, TRANSIENT",
  })
  void otherAnswersAreFailures(int status, Code code, Category category) {
    Location page = page("/x", exchange -> send(exchange, status, "no".getBytes(UTF_8)));
    InputFailure failure = failure(page);
    assertEquals(code, failure.code());
    assertEquals(category, failure.code().category());
    assertTrue(failure.message().startsWith(page.uri() + ": the server answered " + status));
  }

  @Test
  void aPageWithoutEndEndsAtTheLimit() {
    Location page =
        page(
            "/endless",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream body = exchange.getResponseBody();
              while (finished.getCount() > 0) {
                body.write(LINE);
              }
            });
    var failed = assertInstanceOf(Outcome.Failed.class, reader.read(page, collected));
    assertEquals(
        new InputFailure(
            Code.TOO_LARGE,
            page.uri()
                + ": the server sends more than 1048576 bytes: download it and give the file"),
        failed.failure());
    long passedOn =
        collected.documents.stream().mapToLong(part -> part.getBytes().remaining()).sum();
    assertTrue(passedOn <= LIMIT);
    assertEquals(failed.parts(), collected.documents.size());
  }

  @Test
  void aPageSaidToBeTooLargeIsNotRead() {
    Location page =
        page(
            "/large",
            exchange -> {
              exchange.sendResponseHeaders(200, LIMIT + 1);
              exchange.getResponseBody().flush();
              finished.await();
            });
    assertEquals(Code.TOO_LARGE, failure(page).code());
    assertEquals(0, collected.documents.size());
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    Location page =
        page(
            "/silent",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(LINE);
              exchange.getResponseBody().flush();
              finished.await();
            });
    InputFailure failure = failureOfAnImpatientReader(page);
    assertEquals(Code.STALLED, failure.code());
    assertEquals(Category.TRANSIENT, failure.code().category());
  }

  @Test
  void aServerThatDripsIsGivenUp() {
    Location page =
        page(
            "/drip",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (!finished.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
              }
            });
    assertEquals(Code.STALLED, failureOfAnImpatientReader(page).code());
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() {
    Location page = page("/mute", _ -> finished.await());
    assertEquals(Code.STALLED, failureOfAnImpatientReader(page).code());
  }

  @Test
  void aBrokenConnectionIsReported() {
    Location page =
        page(
            "/broken",
            exchange -> {
              exchange.sendResponseHeaders(200, 10_000);
              exchange.getResponseBody().write(LINE);
              exchange.getResponseBody().flush();
            });
    assertEquals(Code.UNREACHABLE, failure(page).code());
  }

  @Test
  void aServerThatIsNotThereIsReported() {
    Location.Web nobody = location("/x");
    server.stop(0);
    InputFailure failure = failure(nobody);
    assertEquals(Code.UNREACHABLE, failure.code());
    assertTrue(failure.message().startsWith(nobody.uri() + ": no connection ("));
  }

  @Test
  void anErrorPageInHtmlIsRefused() {
    Location page =
        page(
            "/html",
            exchange -> send(exchange, 200, "<!DOCTYPE html><p>Sorry</p>".getBytes(UTF_8)));
    assertEquals(Code.UNKNOWN_FORMAT, failure(page).code());
  }
}
