package io.paperflow.k8s.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.k8s.manifest.Kustomize;
import io.paperflow.k8s.manifest.Manifests;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The overlay {@code dev} as its manifests want it, each service in a container of its own. The
 * tests go on where the one before ended, as a day of a cluster does; what they print are
 * observations.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class DevOverlayTest {

  private static final Path ROOT = Path.of(System.getProperty("paperflow.root"));
  private static final List<String> SERVICES =
      List.of("fetcher", "parser", "enricher", "indexer", "embedder", "search", "notifier");
  private static final int SAMPLES = 7;
  private static final int PAPERS_A_SECOND = 500;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final InventedPapers INVENTED = new InventedPapers();

  private static Optional<Cluster> started = Optional.empty();
  private static int expected = SAMPLES;

  @BeforeAll
  static void start() throws Exception {
    boolean mustRun = "true".equals(System.getenv("CI"));
    assumeTrue(
        mustRun || Kustomize.available(), "skipped: there is no kubectl to render manifests with");
    Manifests manifests = Manifests.render(ROOT.resolve("k8s/overlays/dev"));
    Optional<String> missing = Engine.missing(manifests);
    if (mustRun && missing.isPresent()) {
      fail(missing.get());
    }
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    Cluster cluster = new Cluster(manifests);
    started = Optional.of(cluster);
    for (Map.Entry<String, Duration> ready : cluster.start().entrySet()) {
      System.out.printf("%s was ready after %d ms%n", ready.getKey(), ready.getValue().toMillis());
    }
  }

  @AfterAll
  static void stop() {
    started.ifPresent(Cluster::close);
  }

  @Test
  @Order(1)
  void theSamplesFlowThroughTheContainersAndAreFound() throws Exception {
    awaitPapers();

    JsonNode found = get(cluster().ready("search", "http").getFirst(), "/api/search?q=boats");
    assertTrue(found.path("total").asInt() > 0, found::toString);
  }

  @Test
  @Order(2)
  void aRollingRestartOfEveryServiceInMidRunLosesNothingAndNoSearchFails() throws Exception {
    try (Readers readers = new Readers(cluster())) {
      whilePapersFlow(
          "rolling restarts",
          () -> {
            for (String service : SERVICES) {
              cluster().roll(service).forEach(end -> assertDrained(service, end));
            }
          });
      assertEquals(List.of(), readers.failures());
      System.out.printf("%d searches meanwhile%n", readers.asked());
    }
  }

  @Test
  @Order(3)
  void scalingUpAndDownInMidRunLosesNothing() throws Exception {
    whilePapersFlow(
        "scaling",
        () -> {
          for (String service : List.of("parser", "indexer")) {
            for (int i = 0; i < 3; i++) {
              cluster().scaleUp(service);
              awaitShares(service);
            }
            for (int i = 0; i < 3; i++) {
              assertDrained(service, cluster().scaleDown(service));
            }
          }
        });
  }

  @Test
  @Order(4)
  void killedPodsAreSucceededAndNothingIsLost() throws Exception {
    whilePapersFlow(
        "kills",
        () -> {
          for (String service : List.of("fetcher", "parser", "enricher", "indexer")) {
            cluster().kill(service);
          }
        });
  }

  @Test
  @Order(5)
  void everyPodStaysWellBelowItsLimitOfMemory() throws Exception {
    for (String service : SERVICES) {
      for (Pod pod : cluster().pods(service)) {
        long megabytes = pod.memory() >> 20;
        System.out.printf("%s uses %d MB%n", pod, megabytes);
        assertTrue(megabytes > 0 && megabytes < 384, pod + ": " + megabytes + " MB");
      }
    }
  }

  /** What is done to the cluster. */
  @FunctionalInterface
  private interface Change {
    void happen() throws Exception;
  }

  private static void whilePapersFlow(String what, Change change) throws Exception {
    int before = papers();
    try (Feed feed = new Feed(INVENTED, cluster().folder("samples"), PAPERS_A_SECOND);
        Growth growth = new Growth(DevOverlayTest::papers)) {
      while (papers() == before) {
        Thread.sleep(100);
      }
      change.happen();
      expected += feed.end();
      awaitPapers();
      System.out.printf(
          "%s at %d papers/s: the index stood still for %d ms at most%n",
          what, PAPERS_A_SECOND, growth.longestStand().toMillis());
    }
  }

  /** Waits until every instance has had records of what still flows, and prints how many. */
  private static void awaitShares(String service) throws Exception {
    Map<String, Long> begun = consumed(service);
    Map<String, Long> shares;
    do {
      Thread.sleep(500);
      shares = new TreeMap<>(consumed(service));
      shares.replaceAll((pod, records) -> records - begun.getOrDefault(pod, 0L));
    } while (shares.values().stream().anyMatch(share -> share == 0));
    System.out.printf("%d of %s share what comes: %s%n", shares.size(), service, shares.values());
  }

  /** Records that each pod of a service has read from its topic. */
  private static Map<String, Long> consumed(String service) throws Exception {
    Map<String, Long> consumed = new HashMap<>();
    for (Pod pod : cluster().pods(service)) {
      InetSocketAddress address = pod.address("http");
      Matcher counter =
          Pattern.compile(
                  "(?m)^paperflow_loop_consumed_total\\{[^}]*\"%s\"[^}]*} (\\S+)$"
                      .formatted(service))
              .matcher(text(address, "/prometheus"));
      consumed.put(pod.name(), counter.find() ? (long) Double.parseDouble(counter.group(1)) : 0);
    }
    return consumed;
  }

  private static void assertDrained(String service, Pod.End end) {
    System.out.printf("%s ended after %d ms%n", service, end.took().toMillis());
    assertEquals(143, end.exitCode(), service + " was killed, or failed while it drained");
  }

  private static Cluster cluster() {
    return started.orElseThrow();
  }

  /** Waits until all papers that were given are in the index, and no others. */
  private static void awaitPapers() throws Exception {
    Instant began = Instant.now();
    Instant moved = began;
    int last = -1;
    int first = papers();
    while (last != expected) {
      int now = papers();
      if (now != last) {
        last = now;
        moved = Instant.now();
      }
      if (last > expected || moved.isBefore(Instant.now().minusSeconds(90))) {
        fail(
            "%d papers instead of %d; the indexer says:%n%s"
                .formatted(last, expected, cluster().log("indexer").orElse("nothing")));
      }
      Thread.sleep(250);
    }
    System.out.printf(
        "%d papers were searchable, the last %d after %d s%n",
        expected, expected - first, Duration.between(began, Instant.now()).toSeconds());
  }

  private static int papers() throws Exception {
    InetSocketAddress address = cluster().ready("elasticsearch", "http").getFirst();
    return get(address, "/papers/_count").path("count").asInt(-1);
  }

  private static JsonNode get(InetSocketAddress address, String path) throws Exception {
    return new ObjectMapper().readTree(text(address, path));
  }

  private static String text(InetSocketAddress address, String path) throws Exception {
    URI uri =
        URI.create("http://%s:%d%s".formatted(address.getHostString(), address.getPort(), path));
    return CLIENT
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
