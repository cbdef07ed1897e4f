package io.paperflow.http;

import static io.paperflow.http.LoopbackServer.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.http.Answer.Category;
import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Missing;
import io.paperflow.http.Answer.NotModified;
import io.paperflow.http.Answer.Refused;
import io.paperflow.http.Answer.Unavailable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what each answer becomes. */
final class AnswersTest extends OverLoopback {

  @Test
  void theClientSaysWhoItIs() throws Exception {
    server.onContent("/x", "", bytes("x"));
    web().get(request("/x").header("Accept", "application/json"));

    List<String> head = server.lastHead();
    assertEquals("GET /x HTTP/1.1", head.getFirst());
    assertTrue(head.contains("User-Agent: paperflow/1.2.3 (+https://example.org/contact)"));
    assertTrue(head.contains("Accept-Encoding: gzip, zstd"));
    assertTrue(head.contains("Accept: application/json"));
    assertTrue(head.contains("Host: " + server.authority()));
    assertTrue(head.contains("Authorization: Bearer secret-token"));
  }

  @Test
  void validatorsAreSentAndUnchangedIsTold() throws Exception {
    server.on("/x", "304 Not Modified\r\nETag: W/\"2\"");
    Validators known =
        new Validators(Optional.of("W/\"1\""), Optional.of("Sun, 01 Mar 2026 12:00:00 GMT"));

    Answer answer = web().get(request("/x").unlessMatching(known));

    assertTrue(server.lastHead().contains("If-None-Match: W/\"1\""));
    assertTrue(server.lastHead().contains("If-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT"));
    assertEquals(
        new NotModified(new Validators(Optional.of("W/\"2\""), known.lastModified())), answer);
  }

  @Test
  void unchangedWithoutHavingAskedIsRefused() throws Exception {
    server.on("/x", "304 Not Modified");

    assertEquals("protocol", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void missing(int status) throws Exception {
    server.on("/x", status + " Gone\r\nContent-Length: 0");

    assertEquals(status, assertInstanceOf(Missing.class, get("/x")).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 451, 501})
  void refusedWithTheBeginningOfTheExplanation(int status) throws Exception {
    String explanation = "<feed>Feed error for query</feed>" + " ".repeat(100_000);
    server.on("/x", status + " No\r\nContent-Length: " + explanation.length(), bytes(explanation));

    Refused refused = assertInstanceOf(Refused.class, get("/x"));
    assertEquals(status, refused.status());
    assertEquals("http-" + status, refused.code());
    assertTrue(refused.beginning().startsWith("<feed>Feed error"));
    assertEquals(8192, refused.beginning().length());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void inTrouble(int status) throws Exception {
    server.on("/x", status + " Oops\r\nContent-Length: 0");

    Unavailable unavailable = assertInstanceOf(Unavailable.class, get("/x"));
    assertEquals("http-" + status, unavailable.code());
    assertEquals(Category.TRANSIENT, unavailable.category());
  }

  @Test
  void askedForLessWithATime() throws Exception {
    server.on("/x", "429 Slow down\r\nRetry-After: 3600\r\nContent-Length: 0");
    Instant before = Instant.now();

    Unavailable unavailable = assertInstanceOf(Unavailable.class, get("/x"));
    assertEquals(Category.OVERLOAD, unavailable.category());
    assertFalse(unavailable.retryAt().isBefore(before.plus(Duration.ofHours(1))));
  }

  @Test
  void askedForLessWithoutATime() throws Exception {
    server.on("/x", "429 Slow down\r\nContent-Length: 0");
    PoliteWeb web = web();

    assertInstanceOf(Unavailable.class, web.get(request("/x")));
    Unavailable late = assertInstanceOf(Unavailable.class, web.get(request("/x")));

    assertEquals("budget", late.code());
    assertEquals(1, server.heads().size());
  }

  @Test
  void theLimitOfGitHubIsUnderstood() throws Exception {
    String body = "{\"message\":\"You have exceeded a secondary rate limit.\"}";
    server.on("/x", "403 Forbidden\r\nContent-Length: " + body.length(), bytes(body));

    Unavailable unavailable = assertInstanceOf(Unavailable.class, get("/x"));
    assertEquals("http-403", unavailable.code());
    assertEquals(Category.OVERLOAD, unavailable.category());
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\r\n\r\n", "SSH-2.0-OpenSSH_9.0\r\n", "HTTP/9.9 200 OK\r\n\r\n"})
  void whatIsNotHttpIsToldAsSuch(String garbage) throws Exception {
    server.on("/x", out -> out.write(bytes(garbage)));

    assertEquals("protocol", assertInstanceOf(Unavailable.class, get("/x")).code());
  }

  @Test
  void aConnectionThatEndsWithoutAnAnswer() throws Exception {
    server.on("/x", _ -> {});

    assertEquals("network", assertInstanceOf(Unavailable.class, get("/x")).code());
  }

  @Test
  void nobodyListens() throws Exception {
    // Bound and not listening: nobody else gets the port meanwhile.
    try (Socket bound = new Socket()) {
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String authority = "127.0.0.1:" + bound.getLocalPort();
      URI uri = URI.create("http://" + authority + "/x");

      PoliteWeb web = web(Resolver.SYSTEM, settings(authority, "", true, true));
      Answer answer = web.get(Request.api(uri).within(limits));
      assertEquals("network", assertInstanceOf(Unavailable.class, answer).code());
    }
  }

  @Test
  void aNameThatIsNotKnown() throws Exception {
    PoliteWeb web =
        web(
            host -> {
              throw new UnknownHostException(host);
            });

    Answer answer = web.get(Request.api(URI.create("https://nowhere.example/")).within(limits));
    assertEquals("network", assertInstanceOf(Unavailable.class, answer).code());
  }

  @Test
  void anAnswerThatDoesNotBegin() throws Exception {
    server.on("/x", _ -> BodiesTest.block());

    Request impatient = request("/x").within(limits.firstByte(Duration.ofMillis(300)));
    assertEquals("timeout", assertInstanceOf(Unavailable.class, web().get(impatient)).code());
  }

  @Test
  void aHeadThatDrips() throws Exception {
    server.on("/x", out -> BodiesTest.drip(out, "HTTP/1.1 200 OK\r\nX: ", "x"));

    Request impatient = request("/x").within(limits.firstByte(Duration.ofMillis(500)));
    assertEquals("timeout", assertInstanceOf(Unavailable.class, web().get(impatient)).code());
  }

  @Test
  void endlessInformationBeforeTheAnswer() throws Exception {
    server.on("/x", out -> BodiesTest.drip(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n"));

    Request impatient = request("/x").within(limits.firstByte(Duration.ofMillis(500)));
    assertEquals("timeout", assertInstanceOf(Unavailable.class, web().get(impatient)).code());
  }

  @Test
  void aHeadWithoutEndIsRefused() throws Exception {
    server.on(
        "/x",
        out -> {
          out.write(bytes("HTTP/1.1 200 OK\r\n"));
          while (true) {
            out.write(bytes("X-More: of it\r\n"));
          }
        });

    assertEquals("protocol", assertInstanceOf(Unavailable.class, get("/x")).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "cookie", "Host", "user-agent", "If-None-Match", "a b"})
  void theClientsOwnHeaderFieldsAreItsOwn(String name) {
    assertThrows(
        IllegalArgumentException.class, () -> Request.api(server.uri("/")).header(name, "x"));
  }

  @Test
  void noHeaderFieldBreaksTheHead() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Request.api(server.uri("/")).header("X", "a\r\nAuthorization: b"));
  }

  @Test
  void tokensShowThemselvesNowhere() {
    assertFalse(
        (settings("a.example", "secret-token", false, false) + "" + new Secret("secret-token"))
            .contains("secret-token"));
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    server.on(
        "/x",
        out -> {
          out.write(bytes("HTTP/1.1 200 OK\r\n\r\nx"));
          out.flush();
          BodiesTest.block();
        });
    PoliteWeb web = web();
    Content content = assertInstanceOf(Content.class, web.get(request("/x")));
    assertEquals('x', content.body().read());

    web.close();

    assertThrows(BodyException.class, () -> content.body().read());
  }
}
