package io.paperflow.fetcher.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.http.Answer;
import io.paperflow.http.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

  @TempDir private Path folder;

  private Instant now = Instant.parse("2026-01-12T12:00:00Z");
  private Cursor cursor = Cursor.EMPTY;

  @Test
  void aFileIsReadOnceItHasLookedTheSameForAWhile() throws Exception {
    WatchedFolder source = source();
    write("a.json", "one");
    assertEquals(List.of(), look(source));
    assertEquals(List.of("one"), look(source));
    assertEquals(List.of(), look(source));
  }

  @Test
  void aFileThatWasChangedLongAgoIsReadAtFirstSight() throws Exception {
    write("a.json", "one");
    Files.setLastModifiedTime(
        folder.resolve("a.json"), FileTime.from(now.minus(Duration.ofMinutes(5))));
    assertEquals(List.of("one"), look(source()));
  }

  @Test
  void aFileThatGrowsIsWaitedFor() throws Exception {
    WatchedFolder source = source();
    write("a.json", "on");
    assertEquals(List.of(), look(source));
    write("a.json", "one");
    assertEquals(List.of(), look(source));
    assertEquals(List.of("one"), look(source));
  }

  @Test
  void filesInFoldersBelowAreFoundAndHiddenOnesAreNot() throws Exception {
    WatchedFolder source = source();
    write("below/a.json", "one");
    write(".hidden", "no");
    look(source);
    assertEquals(List.of("one"), look(source));
  }

  @Test
  void aFileThatIsMovedOrRenamedIsNotReadAgain() throws Exception {
    WatchedFolder source = source();
    write("a.json", "one");
    look(source);
    look(source);
    Files.createDirectories(folder.resolve("done"));
    Files.move(folder.resolve("a.json"), folder.resolve("done/b.json"));
    assertEquals(List.of(), look(source));
    assertEquals(List.of(), look(source));
  }

  @Test
  void theSameContentIsKnownByTheSameNameAlsoAfterARestart() throws Exception {
    write("a.json", "one");
    WatchedFolder first = source();
    step(first);
    Fetched before = step(first).documents().getFirst();
    write("copy.json", "one");
    WatchedFolder restarted = source();
    step(restarted);
    List<Fetched> after = step(restarted).documents();
    assertEquals(2, after.size());
    assertTrue(after.stream().allMatch(file -> file.identity().equals(before.identity())));
    assertTrue(after.stream().allMatch(file -> file.fingerprint().equals(before.fingerprint())));
  }

  @Test
  void changedContentIsReadAgain() throws Exception {
    WatchedFolder source = source();
    write("a.json", "one");
    look(source);
    Optional<String> before = step(source).documents().getFirst().identity();
    write("a.json", "other");
    look(source);
    Fetched after = step(source).documents().getFirst();
    assertNotEquals(before, after.identity());
    assertEquals("other", text(after));
  }

  @Test
  void whatWasNotCommittedIsGivenAgain() throws Exception {
    WatchedFolder source = source();
    write("a.json", "one");
    look(source);
    Cursor before = cursor;
    assertEquals(List.of("one"), look(source));
    cursor = before; // Whoever read it could not commit.
    assertEquals(List.of("one"), look(source));
    assertEquals(List.of(), look(source));
  }

  @Test
  void manyFilesComeInBatchesAndEachOnce() throws Exception {
    WatchedFolder source = source();
    for (int i = 0; i < 250; i++) {
      write("file-%03d.json".formatted(i), "content " + i);
    }
    look(source);
    int[] sizes = Stream.of(1, 2, 3, 4).mapToInt(_ -> texts(step(source)).size()).toArray();
    assertEquals(List.of(100, 100, 50, 0), Stream.of(0, 1, 2, 3).map(i -> sizes[i]).toList());
  }

  @Test
  void aFolderThatIsNotThereIsTroubleThatPasses() throws Exception {
    WatchedFolder source = new WatchedFolder(List.of(folder.resolve("mount")));
    Step step = source.step(cursor, now, _ -> new Answer.NotModified(Validators.NONE));
    assertEquals("folder-missing", assertInstanceOf(Step.Failed.class, step).trouble().code());
  }

  @Test
  void settingsMustNameFolders() {
    SourceSettings none = new SourceSettings("folder", Optional.empty(), Map.of("paths", " "));
    var _ = WatchedFolder.kind().make().apply(none);
    assertEquals(1, none.problems().size());
    SourceSettings missing =
        new SourceSettings("folder", Optional.empty(), Map.of("paths", "/no/such, " + folder));
    var _ = WatchedFolder.kind().make().apply(missing);
    assertEquals(1, missing.problems().size());
    assertTrue(missing.problems().getFirst().contains("/no/such"));
  }

  private WatchedFolder source() {
    return new WatchedFolder(List.of(folder));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** A look two seconds later; what it finds is committed. */
  private List<String> look(WatchedFolder source) {
    return texts(step(source));
  }

  private Step.Read step(WatchedFolder source) {
    try {
      now = now.plus(Duration.ofSeconds(2));
      Step step = source.step(cursor, now, _ -> new Answer.NotModified(Validators.NONE));
      Step.Read read = assertInstanceOf(Step.Read.class, step);
      cursor = read.next();
      return read;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> texts(Step.Read read) {
    return read.documents().stream().map(WatchedFolderTest::text).toList();
  }

  private static String text(Fetched file) {
    try (var content = file.content()) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
