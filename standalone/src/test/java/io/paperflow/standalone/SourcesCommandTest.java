package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.sources.StandardSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live sources on the command line, with a watched folder: nothing is asked of the internet. */
@Timeout(600)
final class SourcesCommandTest {

  @TempDir private Path folder;

  @Test
  void upReadsTheEnabledSourcesAndTheCommandsShowThemAndAskForMore() throws Exception {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    try (var up = start("up")) {
      assertTrue(up.awaitLine("sources ").endsWith(" folder"), up::toString);
      Files.copy(samples().resolve("arxiv-snapshot.jsonl"), watched.resolve("papers.jsonl"));
      Await.until("a paper is found", () -> up.isAlive() && found());

      String row = row("folder");
      assertTrue(row.matches("folder +yes +every 2s +\\S+Z +\\d+s +1 +.*"), row);
      assertSays(Paperflow.OK, "folder: done, 0 documents", "sources", "run", "folder");
      assertSays(
          Paperflow.REFUSED,
          "folder cannot be read by date",
          "backfill",
          "folder",
          "--from",
          "2026-01-01",
          "--to",
          "2026-01-02");
      up.signal("TERM");
      up.awaitExit();
    }
  }

  @Test
  void aDryRunNeedsNothingToRunAndPrintsWhatWouldBePublished() throws Exception {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    Path papers = watched.resolve("papers.jsonl");
    Files.copy(samples().resolve("arxiv-snapshot.jsonl"), papers);
    Files.writeString(watched.resolve("noise.bin"), "\0\1\2");
    for (Path file : List.of(papers, watched.resolve("noise.bin"))) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
    try (var run = run("sources", "run", "folder", "--dry-run")) {
      assertEquals(Paperflow.OK, run.awaitExit(), run::toString);
      assertEquals(2, run.out().size(), run::toString);
      assertTrue(run.out().getFirst().startsWith("dead letter: "), run::toString);
      assertTrue(
          run.out().getLast().matches(".*papers.jsonl  .* bytes  \\d+ papers"), run::toString);
    }
  }

  @Test
  void whatCannotBeAskedIsRefusedBeforeAnythingStarts() throws Exception {
    Files.createDirectories(folder.resolve("watched"));
    assertSays(Paperflow.REFUSED, "there is no source nowhere", "sources", "run", "nowhere");
    assertSays(
        Paperflow.REFUSED,
        "2026-01-01 is before 2026-01-02",
        "backfill",
        "folder",
        "--from",
        "2026-01-02",
        "--to",
        "2026-01-01");
    assertSays(
        Paperflow.REFUSED, "--rate 0", "backfill", "folder", "--from", "2026-01-02", "--rate", "0");
  }

  private static Path samples() {
    return Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath();
  }

  private boolean found() throws Exception {
    try (var status = run("status")) {
      return status.out().stream().anyMatch(line -> line.matches("papers +[1-9].*"));
    }
  }

  private String row(String source) throws Exception {
    try (var sources = run("sources")) {
      assertEquals(Paperflow.OK, sources.awaitExit(), sources::toString);
      return sources.out().stream()
          .filter(line -> line.startsWith(source))
          .findFirst()
          .orElseThrow(() -> new AssertionError(sources.toString()));
    }
  }

  private void assertSays(int exitCode, String text, String... words) throws Exception {
    try (var command = run(words)) {
      assertEquals(exitCode, command.awaitExit(), command::toString);
      assertTrue(command.toString().contains(text), command::toString);
    }
  }

  private CommandLineProcess run(String... words) throws Exception {
    CommandLineProcess command = start(words);
    var _ = command.awaitExit();
    return command;
  }

  private CommandLineProcess start(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    if (words[0].equals("up")) {
      for (String option : List.of("--http-port", "--elasticsearch-port", "--kafka-port")) {
        arguments.addAll(List.of(option, "0"));
      }
    }
    return CommandLineProcess.start(folder, settings(), arguments.toArray(String[]::new));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    for (SourceKind kind : StandardSources.kinds()) {
      String name = kind.name().toUpperCase(Locale.ROOT).replace('-', '_');
      settings.put(
          "PAPERFLOW_SOURCES_" + name + "_ENABLED", Boolean.toString(name.equals("FOLDER")));
    }
    settings.put("PAPERFLOW_FORGES_ENABLED", "false");
    settings.put("PAPERFLOW_SOURCES_FOLDER_OPTIONS_PATHS", folder.resolve("watched").toString());
    return settings;
  }
}
