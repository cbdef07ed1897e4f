package io.paperflow.fetcher.sources.dump;

import static io.paperflow.fetcher.sources.ScriptedWeb.missing;
import static io.paperflow.fetcher.sources.ScriptedWeb.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpSourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void filesAndAddressesAreReadInTheirOrder(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("links.json"), "[1]");
    web.on("/papers.json.gz", tagged("[2]", "\"a\""));
    Reading reading = Reading.of(source(file), web, NOW);
    reading.pass(Cursor.EMPTY);
    assertEquals(
        List.of("[1]", "[2]"), reading.documents().stream().map(Reading.Document::text).toList());
  }

  @Test
  void whatHasNotChangedIsNotOpenedAgain(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("links.json"), "[1]");
    web.on("/papers.json.gz", tagged("[2]", "\"a\""));
    Cursor cursor = Reading.of(source(file), web, NOW).pass(Cursor.EMPTY);
    Reading again = Reading.of(source(file), web, NOW);
    cursor = again.pass(cursor);
    assertEquals(List.of(), again.documents());
    Files.writeString(file, "[3]");
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    again.pass(cursor);
    assertEquals("[3]", again.documents().getFirst().text());
  }

  @Test
  void aFileOrAddressThatIsNotThereIsForAPersonToMend(@TempDir Path folder)
      throws InterruptedException {
    Path file = folder.resolve("links.json");
    Step step = source(file).step(Cursor.EMPTY, NOW, web);
    Trouble trouble = assertInstanceOf(Step.Failed.class, step).trouble();
    assertEquals(Trouble.Cause.PERMANENT, trouble.cause());
    assertTrue(trouble.message().contains(file.toString()), trouble.message());
    web.on("/papers.json.gz", missing());
    Step other = source(file).step(Cursor.EMPTY.with("dump", "1"), NOW, web);
    assertEquals("http-404", assertInstanceOf(Step.Failed.class, other).trouble().code());
  }

  @Test
  void anOptionIsAPathOrAnAddress() {
    SourceSettings settings =
        new SourceSettings(
            "dumps",
            Optional.empty(),
            Map.of("a", "https://example.org/x.json", "b", "x.json", "c", "http://exa mple/"));
    assertEquals(
        Optional.of(new Dump.Web(URI.create("https://example.org/x.json"))),
        Dump.of(settings, "a"));
    assertEquals(
        Optional.of(new Dump.File(Path.of("x.json").toAbsolutePath())), Dump.of(settings, "b"));
    assertEquals(Optional.empty(), Dump.of(settings, "c"));
    assertEquals(Optional.empty(), Dump.of(settings, "d"));
    assertEquals(1, settings.problems().size());
  }

  private static DumpSource source(Path file) {
    return new DumpSource(
        "dumps",
        List.of(
            new Dump.File(file), new Dump.Web(URI.create("https://example.org/papers.json.gz"))));
  }
}
