package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.SimulatedClock;
import io.paperflow.testkit.world.World;
import io.paperflow.testkit.world.WorldSize;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Servers of a small world, and a client without any manners. */
final class ApisFixture implements AutoCloseable {

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 25);

  /** Inside the world, on a Tuesday. */
  static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

  final World world = World.invented(7, FIRST_DAY, 10, WorldSize.dozens());
  final SimulatedClock clock = new SimulatedClock(NOW);
  final PaperApis apis;
  private final HttpClient client = HttpClient.newHttpClient();

  ApisFixture() throws IOException {
    apis = PaperApis.start(world, clock, PageSizes.small(), Duration.ZERO);
  }

  HttpResponse<String> get(Api api, String target, String... headers) throws Exception {
    return client.send(request(api, target, headers), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(Api api, String target, String... headers) throws Exception {
    return client.send(request(api, target, headers), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(Api api, String target, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(apis.uri(api).resolve(target)).timeout(Duration.ofSeconds(20));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  @Override
  public void close() {
    apis.close();
    client.close();
  }
}
