package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * All sources' servers, on the loopback address, which show a world as it is at the clock's time.
 * Thread-safe.
 */
public final class PaperApis implements AutoCloseable {

  private final Traffic traffic = new Traffic();
  private final Map<Api, LoopbackServer> servers = new EnumMap<>(Api.class);

  private PaperApis(World world, InstantSource clock, PageSizes pages, Duration latency)
      throws IOException {
    Map<Api, Endpoint> endpoints = Endpoints.of(world, clock, pages);
    for (Map.Entry<Api, Endpoint> endpoint : endpoints.entrySet()) {
      servers.put(
          endpoint.getKey(),
          new LoopbackServer(endpoint.getKey(), endpoint.getValue(), traffic, clock, latency));
    }
  }

  /**
   * Starts them on free ports; nothing goes wrong at first.
   *
   * @param latency real time that each request takes at least, without which requests at the same
   *     time would hardly be seen
   */
  public static PaperApis start(World world, InstantSource clock, PageSizes pages, Duration latency)
      throws IOException {
    return new PaperApis(world, clock, pages, latency);
  }

  /** A server's address, without a path. */
  public URI uri(Api api) {
    return server(api).uri();
  }

  /** From now on this goes wrong on all servers; requests kept in silence are dropped. */
  public void mishaps(Mishaps mishaps) {
    servers.values().forEach(server -> server.mishaps(mishaps));
  }

  /** What came so far. */
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public void close() {
    servers.values().forEach(LoopbackServer::close);
  }

  private LoopbackServer server(Api api) {
    LoopbackServer server = servers.get(api);
    if (server == null) {
      throw new IllegalStateException("no server for " + api);
    }
    return server;
  }
}
