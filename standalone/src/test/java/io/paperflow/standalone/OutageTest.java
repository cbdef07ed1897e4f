package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.paperflow.fetcher.FetchTally;
import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.schemas.Topics;
import io.paperflow.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What all services depend on goes away in the middle of a run, and comes back. */
@ExtendWith(Ground.Extension.class)
@Timeout(900)
final class OutageTest {

  private static final int PAPERS = Integer.getInteger("paperflow.test.papers", 10_000);

  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("paperflow.test.outage-seconds", 8));

  /** Instances beside the first ones, at most. */
  private static final int CROWD = 4;

  @TempDir private Path folder;

  /** Something bad, which is over when it returns. */
  @FunctionalInterface
  private interface Trouble {
    void happen() throws Exception;
  }

  @Test
  void elasticsearchFreezesAndThaws(Ground ground) throws Exception {
    survives(
        ground,
        new InventedPapers("2602", PAPERS),
        () -> {
          ground.elasticsearch().suspend();
          Thread.sleep(OUTAGE);
          ground.elasticsearch().resume();
        });
  }

  @Test
  void elasticsearchDiesAndComesBack(Ground ground) throws Exception {
    survives(
        ground,
        new InventedPapers("2603", PAPERS),
        () -> {
          ground.elasticsearch().kill();
          Thread.sleep(OUTAGE);
          ground.elasticsearch().restart();
        });
  }

  @Test
  void kafkaStopsAndComesBack(Ground ground) throws Exception {
    survives(
        ground,
        new InventedPapers("2604", PAPERS),
        () -> {
          ground.kafka().stop();
          Thread.sleep(OUTAGE);
          ground.kafka().restart();
        });
  }

  @Test
  void instancesComeAndGo(Ground ground) throws Exception {
    survives(ground, new InventedPapers("2605", PAPERS), () -> storm(ground));
  }

  private void survives(Ground ground, InventedPapers papers, Trouble trouble) throws Exception {
    Path file = papers.writeTo(folder.resolve("snapshot.jsonl"));
    long deadLetters = ground.topics().end(Topics.DEAD_LETTERS);
    long indexed = ground.topics().committed(Stage.INDEX.group());
    try (Services services = ground.services();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<FetchTally> fetched = thread.submit(() -> fetch(services, file));
      Await.until(
          "the first papers are indexed",
          () -> ground.topics().committed(Stage.INDEX.group()) > indexed);
      assertTrue(
          ground.topics().committed(Stage.INDEX.group()) < indexed + PAPERS,
          "the trouble begins in the middle of the run");

      trouble.happen();

      assertEquals(0, fetched.get().refused());
      ground.topics().awaitPassed();
    }
    Sets.assertSame("the index", papers.titles(), ground.index().titles(papers.idPrefix()));
    assertEquals(deadLetters, ground.topics().end(Topics.DEAD_LETTERS), "no dead letters");
  }

  private static FetchTally fetch(Services services, Path file) throws Exception {
    return services
        .get(Fetcher.class)
        .fetch(Documents.resolve(List.of(file.toString())), _ -> {}, _ -> {});
  }

  /** Parsers and indexers join and leave all the time, so that no assignment lasts. */
  private static void storm(Ground ground) throws Exception {
    Random random = new Random(1);
    Deque<ApplicationContext> crowd = new ArrayDeque<>();
    long end = System.nanoTime() + OUTAGE.toNanos();
    int changes = 0;
    while (System.nanoTime() < end || changes < CROWD) {
      if (crowd.size() < CROWD && random.nextBoolean()) {
        String service = random.nextBoolean() ? "parser" : "indexer";
        crowd.add(join(ground, service, service + "-" + changes));
      } else if (!crowd.isEmpty()) {
        crowd.remove().close();
      }
      changes++;
    }
    crowd.forEach(ApplicationContext::close);
  }

  private static ApplicationContext join(Ground ground, String service, String instance)
      throws Exception {
    return Service.start(
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environments(service)
            .properties(
                Map.of(
                    "paperflow.kafka.bootstrap-servers",
                    ground.kafka().bootstrapServers(),
                    "paperflow.kafka.instance-id",
                    instance,
                    "paperflow.elasticsearch.uris",
                    ground.elasticsearch().uri().toString(),
                    "paperflow.forges.enabled",
                    false,
                    "micronaut.server.host",
                    "127.0.0.1",
                    "micronaut.server.port",
                    -1))
            .build());
  }
}
