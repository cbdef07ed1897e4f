package io.paperflow.notifier.deliver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.http.PoliteWeb;
import io.paperflow.http.Web;
import io.paperflow.http.WebSettings;
import java.time.InstantSource;
import java.util.List;

/**
 * The client of webhooks: it knows no token and no address that is not public, whatever the
 * settings give to other hosts, since those who follow choose where it goes. Thread-safe.
 */
public final class WebhookClient implements AutoCloseable {

  private static final String VERSION = "0.1.0";

  private final PoliteWeb web;

  /** A client; it connects with each delivery. */
  public WebhookClient(InstantSource clock) {
    // Meters by host would let strangers fill the registry; deliveries have their own.
    web = new PoliteWeb(new WebSettings(VERSION, "", List.of()), clock, new SimpleMeterRegistry());
  }

  /** Where deliveries go out. */
  public Web web() {
    return web;
  }

  @Override
  public void close() {
    web.close();
  }
}
