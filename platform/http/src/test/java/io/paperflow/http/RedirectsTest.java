package io.paperflow.http;

import static io.paperflow.http.LoopbackServer.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Refused;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a client can be sent, and where it does not go. */
final class RedirectsTest extends OverLoopback {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreFollowed(int status) throws Exception {
    server.on("/x", status + " Moved\r\nLocation: /repositories/7?a=b\r\nContent-Length: 0");
    server.onContent("/repositories/7?a=b", "", bytes("here"));

    try (Content content = assertInstanceOf(Content.class, get("/x"))) {
      assertEquals(server.uri("/repositories/7?a=b"), content.uri());
      assertEquals("here", new String(content.body().readAllBytes(), UTF_8));
    }
  }

  @Test
  void fiveRedirectsAreFollowed() throws Exception {
    chain(5);

    assertInstanceOf(Content.class, get("/0")).close();
  }

  @Test
  void sixAreNot() throws Exception {
    chain(6);

    assertEquals("redirect", assertInstanceOf(Refused.class, get("/0")).code());
    assertEquals(6, server.heads().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\nLocation: http://[", "\r\nLocation: http://a b/"})
  void aRedirectToNowhereIsRefused(String location) throws Exception {
    server.on("/x", "302 Found" + location + "\r\nContent-Length: 0");

    assertEquals("redirect", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "jar:file:///x!/", "data:,x"})
  void onlyTheWebIsFollowed(String location) throws Exception {
    server.on("/x", "302 Found\r\nLocation: " + location + "\r\nContent-Length: 0");

    assertEquals("scheme", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @Test
  void aRedirectAwayFromTlsIsRefused() throws Exception {
    server.on("/x", "302 Found\r\nLocation: http://example.org/\r\nContent-Length: 0");

    assertEquals("scheme", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @Test
  void aRedirectToAPrivateAddressIsRefused() throws Exception {
    LoopbackServer inner = another();
    server.on("/x", "302 Found\r\nLocation: " + inner.uri("/admin") + "\r\nContent-Length: 0");
    PoliteWeb web =
        web(
            Resolver.SYSTEM,
            settings(server.authority(), "", true, true),
            settings(inner.authority(), "", true, false));

    Refused refused = assertInstanceOf(Refused.class, web.get(request("/x")));

    assertEquals("address", refused.code());
    assertTrue(inner.heads().isEmpty());
  }

  @Test
  void anotherPortOfAConfiguredHostIsAnotherHost() throws Exception {
    LoopbackServer inner = another();
    server.on("/x", "302 Found\r\nLocation: " + inner.uri("/admin") + "\r\nContent-Length: 0");

    assertEquals("scheme", assertInstanceOf(Refused.class, get("/x")).code());
    assertTrue(inner.heads().isEmpty());
  }

  @Test
  void noTokenAndNoFieldGoesToAnotherHost() throws Exception {
    LoopbackServer other = another();
    other.onContent("/y", "", bytes("y"));
    server.on("/x", "302 Found\r\nLocation: " + other.uri("/y") + "\r\nContent-Length: 0");
    PoliteWeb web =
        web(
            Resolver.SYSTEM,
            settings(server.authority(), "token-of-the-first", true, true),
            settings(other.authority(), "", true, true));

    Request request = request("/x").header("X-Private", "1").header("Accept", "text/plain");
    assertInstanceOf(Content.class, web.get(request)).close();

    assertTrue(server.lastHead().contains("X-Private: 1"));
    assertTrue(server.lastHead().contains("Authorization: Bearer token-of-the-first"));
    assertTrue(other.lastHead().contains("Accept: text/plain"));
    assertFalse(other.lastHead().toString().contains("token-of-the-first"));
    assertFalse(other.lastHead().toString().contains("X-Private"));
  }

  @Test
  void theOtherHostGetsItsOwnToken() throws Exception {
    LoopbackServer other = another();
    other.onContent("/y", "", bytes("y"));
    server.on("/x", "302 Found\r\nLocation: " + other.uri("/y") + "\r\nContent-Length: 0");
    PoliteWeb web =
        web(
            Resolver.SYSTEM,
            settings(server.authority(), "first", true, true),
            settings(other.authority(), "second", true, true));

    assertInstanceOf(Content.class, web.get(request("/x"))).close();

    assertTrue(other.lastHead().contains("Authorization: Bearer second"));
  }

  @Test
  void aRedirectWithAPasswordIsRefusedWithoutShowingIt() throws Exception {
    server.on(
        "/x",
        "302 Found\r\nLocation: http://me:hunter2@"
            + server.authority()
            + "/y\r\nContent-Length: 0");

    Refused refused = assertInstanceOf(Refused.class, get("/x"));
    assertEquals("address", refused.code());
    assertFalse(refused.message().contains("hunter2"));
  }

  @Test
  void aRedirectThatReturnsToItselfEnds() throws Exception {
    server.on("/x", "302 Found\r\nLocation: /x\r\nContent-Length: 0");

    assertEquals("redirect", assertInstanceOf(Refused.class, get("/x")).code());
  }

  @Test
  void aRedirectWithAnEndlessBodyIsFollowedAtOnce() throws Exception {
    server.on("/x", out -> BodiesTest.drip(out, "HTTP/1.1 302 Found\r\nLocation: /y\r\n\r\n", "."));
    server.onContent("/y", "", bytes("y"));

    assertInstanceOf(Content.class, get("/x")).close();
  }

  @Test
  void theFragmentIsNotSent() throws Exception {
    server.on("/x", "302 Found\r\nLocation: /y#part\r\nContent-Length: 0");
    server.onContent("/y", "", bytes("y"));

    assertInstanceOf(Content.class, get("/x")).close();
    assertEquals("GET /y HTTP/1.1", server.lastHead().getFirst());
  }

  @Test
  void withoutPathAndWithoutAsciiTheRequestLineIsRight() throws Exception {
    server.onContent("/", "", bytes("root"));
    server.onContent("/%C3%A9?q=%C3%BC", "", bytes("accents"));

    PoliteWeb web = web();
    URI root = URI.create("http://" + server.authority());
    assertInstanceOf(Content.class, web.get(Request.api(root).within(limits))).close();
    assertInstanceOf(Content.class, web.get(request("/é?q=ü"))).close();
  }

  private void chain(int redirects) {
    for (int i = 0; i < redirects; i++) {
      server.on("/" + i, "302 Found\r\nLocation: /" + (i + 1) + "\r\nContent-Length: 0");
    }
    server.onContent("/" + redirects, "", bytes("end"));
  }
}
