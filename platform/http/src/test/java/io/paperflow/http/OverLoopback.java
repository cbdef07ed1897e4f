package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole client against real sockets, with nothing to wait for but the server. */
abstract class OverLoopback {

  private static final Pace BRISK = new Pace(Duration.ofSeconds(5), Duration.ofMillis(300), 10_000);

  protected final Limits limits =
      new Limits(Duration.ofSeconds(10), Duration.ofMinutes(1), 1L << 20, Duration.ofSeconds(10));

  private final List<AutoCloseable> open = new ArrayList<>();
  protected LoopbackServer server = started();

  private static LoopbackServer started() {
    try {
      return new LoopbackServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void keep() {
    open.add(server);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  protected LoopbackServer another() {
    LoopbackServer another = started();
    open.add(another);
    return another;
  }

  /** A client that may ask the server. */
  protected PoliteWeb web() {
    return web(Resolver.SYSTEM, settings(server.authority(), "secret-token", true, true));
  }

  protected PoliteWeb web(Resolver resolver, HostSettings... hosts) {
    return web(resolver, (SSLSocketFactory) SSLSocketFactory.getDefault(), hosts);
  }

  protected PoliteWeb web(Resolver resolver, SSLSocketFactory tls, HostSettings... hosts) {
    Time time = Time.system(InstantSource.system());
    PoliteWeb web =
        new PoliteWeb(
            new WebSettings("1.2.3", "https://example.org/contact", List.of(hosts)),
            time,
            new SocketWire(resolver, tls, BRISK, time),
            new SimpleMeterRegistry());
    open.add(web);
    return web;
  }

  /** Settings of a host that may be asked fast. */
  protected static HostSettings settings(
      String authority, String token, boolean plainHttp, boolean privateAddresses) {
    return new HostSettings(
        "of-" + authority,
        Set.of(authority),
        Optional.of(Quota.of(1000, Duration.ofSeconds(1))),
        OptionalInt.of(8),
        new Access(
            token.isEmpty() ? Optional.empty() : Optional.of(new Secret(token)),
            plainHttp,
            privateAddresses));
  }

  protected Request request(String path) {
    return Request.api(server.uri(path)).within(limits);
  }

  protected Answer get(String path) throws InterruptedException {
    return web().get(request(path));
  }

  protected byte[] body(String path) throws IOException, InterruptedException {
    try (Answer.Content content = assertInstanceOf(Answer.Content.class, get(path))) {
      return content.body().readAllBytes();
    }
  }

  /** A resolver that knows one name. */
  protected static Resolver knowing(String name, String... addresses) {
    return host -> {
      if (!host.equals(name)) {
        return Resolver.SYSTEM.resolve(host);
      }
      List<InetAddress> known = new ArrayList<>();
      for (String address : addresses) {
        known.add(InetAddress.getByName(address));
      }
      return known;
    };
  }
}
