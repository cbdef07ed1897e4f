package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.enricher.EnricherApplication;
import io.paperflow.fetcher.FetcherApplication;
import io.paperflow.parser.ParserApplication;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.forges.GitHubServer;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two enrichers ask a forge about the repositories of papers, and each is killed with {@code kill
 * -9} at random moments and started again at once.
 */
@Timeout(600)
final class ForgeKillNineTest {

  private static final int REPOSITORIES = 6_000;

  /** Repositories in a request, of which one can be under way when an enricher dies. */
  private static final int BATCH = 100;

  @TempDir private Path folder;

  @Test
  void noFactIsLostAndNothingIsAskedTwiceButWhatWasUnderWay() throws Exception {
    Path file = write(folder.resolve("papers.jsonl"));
    Path log = Path.of("target", "forge-kill-nine.log").toAbsolutePath();
    long seed = Long.getLong("paperflow.test.seed", System.nanoTime());
    System.out.printf("ForgeKillNineTest: -Dpaperflow.test.seed=%d draws the same moments%n", seed);
    Random random = new Random(seed);
    try (GitHubServer gitHub = GitHubServer.start(InstantSource.system());
        DataDirectory data = DataDirectory.open(folder.resolve("kafka"));
        EmbeddedKafka kafka = EmbeddedKafka.start(data, ServerOptions.kafka());
        ServedKafka topics = new ServedKafka(kafka.bootstrapServers());
        ServiceProcess fetcher =
            ServiceProcess.start(
                FetcherApplication.class,
                log,
                environment(kafka, gitHub, "fetcher"),
                file.toString());
        ServiceProcess parser =
            ServiceProcess.start(
                ParserApplication.class, log, environment(kafka, gitHub, "parser"));
        Victim one = victim("one", kafka, gitHub, log, random);
        Victim two = victim("two", kafka, gitHub, log, random)) {
      Await.until(
          "all kills",
          () -> {
            boolean oneDied = one.diesWhenItsTimeHasCome();
            return two.diesWhenItsTimeHasCome() && oneDied;
          });
      assertEquals(0, fetcher.awaitExit());
      Await.until(
          "all facts",
          () -> {
            parser.requireNotFailed();
            return topics.occurrences(Topics.FACTS, "github.com/weavers/").size() >= REPOSITORIES;
          });
      assertEquals(expected(), topics.occurrences(Topics.FACTS, "github.com/weavers/").keySet());
      int kills = one.hits() + two.hits();
      assertTrue(kills > 0, "never killed at work");
      int again = gitHub.asked().values().stream().mapToInt(Integer::intValue).sum() - REPOSITORIES;
      System.out.printf("ForgeKillNineTest: %d kills, %d asked again%n", kills, again);
      assertTrue(again <= kills * BATCH, again + " asked again after " + kills + " kills");
      assertEquals(0, gitHub.exceeded());
    }
  }

  private static Victim victim(
      String name, EmbeddedKafka kafka, GitHubServer gitHub, Path log, Random random)
      throws Exception {
    ServiceProcess process =
        ServiceProcess.start(EnricherApplication.class, log, environment(kafka, gitHub, name));
    return new Victim(
        "enricher " + name, process, () -> gitHub.asked().size(), REPOSITORIES, random);
  }

  private static Map<String, String> environment(
      EmbeddedKafka kafka, GitHubServer gitHub, String instance) {
    return new HashMap<>(
        Map.of(
            "PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "PAPERFLOW_KAFKA_INSTANCE_ID",
            instance,
            "PAPERFLOW_FORGES_ADDRESSES_GITHUB",
            gitHub.uri().toString(),
            "PAPERFLOW_HTTP_HOSTS_GITHUB_TOKEN",
            "played",
            "MICRONAUT_SERVER_HOST",
            "127.0.0.1",
            "MICRONAUT_SERVER_PORT",
            "-1"));
  }

  private static Path write(Path file) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < REPOSITORIES; n++) {
        out.write(
            """
          {"id": "2612.%05d", "authors": "Ada Weaver", "title": "Paper %d on looms", "comments": null, \
          "categories": "cs.LG", "abstract": "As a baseline we use the code of Smith et al. \
          (https://github.com/weavers/r%d).", "versions": [{"version": "v1", "created": \
          "Tue, 1 Dec 2026 10:00:00 GMT"}], "update_date": "2026-12-02", \
          "authors_parsed": [["Weaver", "Ada", ""]]}
          """
                .formatted(n, n, n));
      }
    }
    return file;
  }

  private static Set<String> expected() {
    Set<String> identities = new TreeSet<>();
    for (int n = 0; n < REPOSITORIES; n++) {
      identities.add("github.com/weavers/r" + n);
    }
    return identities;
  }
}
