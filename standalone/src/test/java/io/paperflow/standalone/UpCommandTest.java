package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line as users have it, with its own servers. */
@Timeout(600)
final class UpCommandTest {

  private static final int SIGNALLED = 128;
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  private static final String SAMPLES =
      Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void upOnceReadsTheSamplesAndEnds() throws Exception {
    try (var up = run("up", "--once", SAMPLES)) {
      assertEquals(Paperflow.OK, up.awaitExit(), up::toString);
      assertTrue(
          up.out()
              .getLast()
              .matches("papers 34, with code 17, links 30, dead letters 0, seconds \\d+"),
          up::toString);
      assertNothingRemains();
    }
  }

  @Test
  void commandsFindTheInstanceByItsDataFolderAndSigtermEndsItInOrder() throws Exception {
    try (var up = start("up", SAMPLES)) {
      assertTrue(up.awaitLine("papers ").contains("dead letters 0"), up::toString);

      assertSays(Paperflow.OK, "papers 34, with code 17, links 30", "ingest", SAMPLES);
      assertSays(Paperflow.OK, "https://github.com/", "search", "drone", "image");
      assertSays(Paperflow.OK, "indexer        up to date", "status");
      assertSays(
          Paperflow.OK, "papers-000002 took the place of papers-000001: 34 papers", "reindex");
      assertSays(Paperflow.OK, "deleted papers-000001", "reindex", "--delete-old");
      refusesASecondOne();
      hostileDocuments();

      List<ProcessHandle> children = up.children();
      assertEquals(2, children.size(), "Kafka and Elasticsearch");
      up.signal("TERM");
      assertEquals(SIGNALLED + SIGTERM, up.awaitExit(), up::toString);
      assertTrue(children.stream().noneMatch(ProcessHandle::isAlive));
      assertNothingRemains();
      assertSays(Paperflow.FAILED, "start it with ./paperflow up", "status");
    }
  }

  private void refusesASecondOne() throws Exception {
    try (var second = run("up", SAMPLES)) {
      assertEquals(Paperflow.REFUSED, second.awaitExit(), second::toString);
      assertEquals(1, second.err().size(), second::toString);
      assertTrue(second.err().getFirst().contains("is in use by process"), second::toString);
    }
  }

  /** One line or one dead letter each, and the good paper among them is found. */
  private void hostileDocuments() throws Exception {
    try (var hostile = new HostileDocuments(folder.resolve("hostile"));
        var ingest = run(hostile.arguments())) {
      assertEquals(Paperflow.DEAD_LETTERS, ingest.awaitExit(), ingest::toString);
      assertTrue(ingest.out().getLast().startsWith("papers 35, "), ingest::toString);
      try (var list = run("dead-letters", "list")) {
        assertEquals(Paperflow.OK, list.awaitExit(), list::toString);
        hostile.assertNamedIn(list.out());
        String id = list.out().getFirst().split(" ", 2)[0];
        assertSays(Paperflow.OK, "paperflow-dead-reason", "dead-letters", "show", id);
        replay(list.out());
      }
    }
  }

  /** What the parser gave up it gives up once more. */
  private void replay(List<String> letters) throws Exception {
    long unparsed = letters.stream().filter(line -> line.contains(" parser ")).count();
    assertTrue(unparsed > 0);
    assertSays(
        Paperflow.OK,
        unparsed + " would be sent",
        "dead-letters",
        "replay",
        "--stage",
        "parser",
        "--dry-run");
    assertSays(Paperflow.OK, unparsed + " sent", "dead-letters", "replay", "--stage", "parser");
    Await.until(
        "the replayed letters came back",
        () -> {
          try (var list = run("dead-letters", "list", "--stage", "parser")) {
            return list.out().size() == 2 * unparsed;
          }
        });
  }

  @Test
  void whatKillNineInterruptedTheNextUpFinishesAndCtrlCEndsItInOrder() throws Exception {
    InventedPapers papers = new InventedPapers("2606", 10_000);
    String file = papers.writeTo(folder.resolve("snapshot.jsonl")).toString();
    try (var up = start("up", file)) {
      Await.until("the first paper", () -> up.isAlive() && firstPaperIsThere());
      List<ProcessHandle> children = up.children();
      assertEquals(2, children.size(), "Kafka and Elasticsearch");

      up.signal("KILL");

      for (ProcessHandle child : children) {
        child.onExit().get(2, TimeUnit.MINUTES);
      }
    }
    assertNothingRuns();
    try (var up = start("up", file)) {
      String summary = up.awaitLine("papers ");
      assertTrue(summary.startsWith("papers 10000, "), up::toString);
      assertTrue(summary.contains("dead letters 0"), up::toString);
      assertTrue(
          up.err().stream().anyMatch(line -> line.contains(" unchanged")),
          () -> "it goes on where the first stopped" + up);
      try (PapersIndex index = index()) {
        Sets.assertSame("the index", papers.titles(), index.titles(papers.idPrefix()));
      }
      up.signal("INT");
      assertEquals(SIGNALLED + SIGINT, up.awaitExit(), up::toString);
      assertNothingRemains();
    }
  }

  private boolean firstPaperIsThere() throws Exception {
    if (!Files.exists(folder.resolve("data").resolve("instance.properties"))) {
      return false;
    }
    try (PapersIndex index = index()) {
      return index.hasPapers();
    }
  }

  private PapersIndex index() throws Exception {
    Address address = Address.of(folder.resolve("data"), Map.of());
    return new PapersIndex(URI.create(address.elasticsearch()));
  }

  private void assertSays(int exitCode, String text, String... words) throws Exception {
    try (var command = run(words)) {
      assertEquals(exitCode, command.awaitExit(), command::toString);
      assertTrue(command.toString().contains(text), command::toString);
    }
  }

  /** No process has the data folder on its command line. */
  private void assertNothingRuns() {
    String data = folder.resolve("data").toString();
    assertFalse(
        ProcessHandle.allProcesses()
            .anyMatch(process -> process.info().commandLine().orElse("").contains(data)));
  }

  private void assertNothingRemains() {
    assertNothingRuns();
    assertFalse(Files.exists(folder.resolve("data").resolve("instance.properties")));
  }

  private CommandLineProcess start(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    if (words[0].equals("up")) {
      for (String option : List.of("--http-port", "--elasticsearch-port", "--kafka-port")) {
        arguments.addAll(List.of(option, "0"));
      }
    }
    return CommandLineProcess.start(folder, arguments.toArray(String[]::new));
  }

  private CommandLineProcess run(String... words) throws Exception {
    CommandLineProcess command = start(words);
    var _ = command.awaitExit();
    return command;
  }
}
