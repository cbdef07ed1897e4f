package io.paperflow.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;

/**
 * The polite client with real connections, in virtual time: it passes when the client waits for its
 * turn, and a server's silence is cut off after a moment of real time. For one thread.
 */
public final class VirtualWeb implements Web, AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(10);

  private final PoliteWeb polite;

  /**
   * A client.
   *
   * @param pass lets time pass
   */
  public VirtualWeb(WebSettings settings, InstantSource clock, Consumer<Duration> pass) {
    Time time =
        new Time() {
          @Override
          public Instant now() {
            return clock.instant();
          }

          @Override
          public Instant wall() {
            return clock.instant();
          }

          @Override
          public void await(Condition signal, Instant until) {
            if (until.equals(Instant.MAX)) {
              throw new IllegalStateException("nobody is there who could end this wait");
            }
            pass.accept(Duration.between(now(), until));
          }
        };
    polite =
        new PoliteWeb(
            settings,
            time,
            new SocketWire(
                Resolver.SYSTEM,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Pace.STANDARD,
                time),
            new SimpleMeterRegistry());
  }

  @Override
  public Answer get(Request request) throws InterruptedException {
    Limits limits = request.limits();
    return polite.get(
        request.within(new Limits(SILENCE, WHOLE, limits.bytes(), limits.patience())));
  }

  /** The client itself. */
  public PoliteWeb polite() {
    return polite;
  }

  @Override
  public void close() {
    polite.close();
  }
}
