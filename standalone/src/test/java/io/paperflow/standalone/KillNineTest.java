package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.enricher.EnricherApplication;
import io.paperflow.fetcher.FetcherApplication;
import io.paperflow.indexer.IndexerApplication;
import io.paperflow.parser.ParserApplication;
import io.paperflow.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each service is a process of its own, and each is killed with {@code kill -9} at random moments
 * of its work and started again at once.
 */
@ExtendWith(Ground.Extension.class)
@Timeout(900)
final class KillNineTest {

  private static final int PAPERS = Integer.getInteger("paperflow.test.papers", 20_000);

  /** About what the fetcher makes of a large document. */
  private static final int PART_BYTES = 256 * 1024;

  @Test
  void noPaperIsLostOrDoubledWhateverServiceDiesWhenever(Ground ground, @TempDir Path folder)
      throws Exception {
    InventedPapers papers = new InventedPapers("2601", PAPERS);
    Path file = papers.writeTo(folder.resolve("snapshot.jsonl"));
    long deadLetters = ground.topics().end(Topics.DEAD_LETTERS);

    ingestWhileServicesDie(ground, file);

    ground
        .topics()
        .occurrences(Topics.RAW, file.toUri().toString())
        .forEach((part, times) -> assertEquals(1, times, part + " is published once"));
    Map<String, String> titles = papers.titles();
    Sets.assertSame("the index", titles, ground.index().titles(papers.idPrefix()));
    Map<String, Integer> once = new TreeMap<>();
    titles.keySet().forEach(id -> once.put(id + "|arxiv", 1));
    for (String topic : List.of(Topics.PARSED, Topics.ENRICHED)) {
      Sets.assertSame(topic, once, ground.topics().occurrences(topic, papers.idPrefix()));
    }
    assertEquals(deadLetters, ground.topics().end(Topics.DEAD_LETTERS), "no dead letters");
  }

  private static void ingestWhileServicesDie(Ground ground, Path file) throws Exception {
    long seed = Long.getLong("paperflow.test.seed", System.nanoTime());
    System.out.printf("KillNineTest: -Dpaperflow.test.seed=%d draws the same moments%n", seed);
    Start start =
        new Start(ground, Path.of("target", "kill-nine.log").toAbsolutePath(), new Random(seed));
    long parts = Files.size(file) / PART_BYTES;
    try (Victim fetcher = start.fetcher(file, parts);
        Victim parser = start.service(ParserApplication.class, Stage.PARSE, parts);
        Victim enricher = start.service(EnricherApplication.class, Stage.ENRICH, PAPERS);
        Victim indexer = start.service(IndexerApplication.class, Stage.INDEX, PAPERS)) {
      List<Victim> victims = List.of(fetcher, parser, enricher, indexer);
      Await.until("all kills", () -> allDied(victims));
      assertEquals(0, fetcher.awaitExit(), "exit code of the fetcher");
      ground.topics().awaitPassed();
      victims.forEach(v -> assertTrue(v.hits() > 0, v.name() + " was never killed at work"));
    }
  }

  private static boolean allDied(List<Victim> victims) throws Exception {
    boolean all = true;
    for (Victim victim : victims) {
      all &= victim.diesWhenItsTimeHasCome();
    }
    return all;
  }

  private record Start(Ground ground, Path log, Random random) {

    Victim fetcher(Path file, long parts) throws Exception {
      ServiceProcess process = start(FetcherApplication.class, file.toString());
      return new Victim("fetcher", process, () -> ground.topics().end(Topics.RAW), parts, random);
    }

    Victim service(Class<?> main, Stage stage, long work) throws Exception {
      Victim.Count read = () -> ground.topics().committed(stage.group());
      return new Victim(stage.group(), start(main), read, work, random);
    }

    private ServiceProcess start(Class<?> main, String... arguments) throws IOException {
      return ServiceProcess.start(main, log, ground.environment("survivor"), arguments);
    }
  }
}
