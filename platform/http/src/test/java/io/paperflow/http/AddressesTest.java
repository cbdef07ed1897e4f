package io.paperflow.http;

import static io.paperflow.http.LoopbackServer.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Refused;
import io.paperflow.http.Answer.Unavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are connected to. */
final class AddressesTest extends OverLoopback {

  private static final String NAME = "papers.example";

  @Test
  void aNameThatLeadsToLoopbackIsRefused() throws Exception {
    PoliteWeb web = web(knowing(NAME, "127.0.0.1"), named("", false));

    assertEquals("address", assertInstanceOf(Refused.class, web.get(toName())).code());
    assertTrue(server.heads().isEmpty());
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() throws Exception {
    PoliteWeb web = web(knowing(NAME, "1.1.1.1", "127.0.0.1"), named("", false));

    assertEquals("address", assertInstanceOf(Refused.class, web.get(toName())).code());
  }

  @Test
  void unlessItIsConfigured() throws Exception {
    server.onContent("/x", "", bytes("x"));
    PoliteWeb web = web(knowing(NAME, "127.0.0.1"), named("", true));

    assertInstanceOf(Content.class, web.get(toName())).close();
  }

  /** A second look-up could say something else, so there is none. */
  @Test
  void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
    server.onContent("/x", "", bytes("x"));
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        _ -> {
          asked.incrementAndGet();
          return List.of(InetAddress.getByName("127.0.0.1"));
        };
    PoliteWeb web = web(rebinding, named("", true));

    assertInstanceOf(Content.class, web.get(toName())).close();

    assertEquals(1, asked.get());
  }

  @Test
  void theNextAddressIsTriedWhenOneDoesNotConnect() throws Exception {
    server.onContent("/x", "", bytes("x"));
    // Nobody listens on the second loopback address.
    PoliteWeb web = web(knowing(NAME, "127.0.0.2", "127.0.0.1"), named("", true));

    assertInstanceOf(Content.class, web.get(toName())).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://127.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/",
        "https://localhost./",
      })
  void noSpellingOfAPrivateAddressGetsThrough(String uri) throws Exception {
    Answer answer = web(Resolver.SYSTEM).get(Request.api(URI.create(uri)).within(limits));

    if (answer instanceof Unavailable unavailable) {
      // Not every system reads every spelling.
      assertTrue(unavailable.message().contains("cannot be looked up"), unavailable.message());
    } else {
      assertEquals("address", assertInstanceOf(Refused.class, answer).code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https:///x", "https:x", "https://a_b/", "https://münchen.example/"})
  void anAddressWithoutAHostIsRefused(String uri) throws Exception {
    Answer answer = web(Resolver.SYSTEM).get(Request.api(URI.create(uri)).within(limits));

    assertEquals("address", assertInstanceOf(Refused.class, answer).code());
  }

  @Test
  void plainHttpIsRefusedUnlessItIsConfigured() throws Exception {
    PoliteWeb web = web(Resolver.SYSTEM, settings(server.authority(), "", false, true));

    assertEquals("scheme", assertInstanceOf(Refused.class, web.get(request("/x"))).code());
    assertTrue(server.heads().isEmpty());
  }

  /** The bytes of a handshake are random: a server that reads lines may take them for a request. */
  @Test
  void aServerThatDoesNotAnswerTheHandshake() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String authority = "localhost:" + silent.getLocalPort();
      PoliteWeb web = web(Resolver.SYSTEM, settings(authority, "", false, true));

      Limits impatient = limits.firstByte(Duration.ofMillis(500));
      Request request = Request.api(URI.create("https://" + authority + "/x")).within(impatient);

      assertEquals("timeout", assertInstanceOf(Unavailable.class, web.get(request)).code());
    }
  }

  private Request toName() {
    return Request.api(URI.create("http://" + NAME + ":" + server.port() + "/x")).within(limits);
  }

  private HostSettings named(String token, boolean privateAddresses) {
    return settings(NAME + ":" + server.port(), token, true, privateAddresses);
  }
}
