package io.paperflow.fetcher.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("b.json", "a.txt", ".hidden", "deep/er/c.json", ".git/d.json")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content");
    }
  }

  @Test
  void aFolderMeansItsFilesByNameWithoutHiddenOnes() {
    assertEquals(List.of("a.txt", "b.json", "deep/er/c.json"), names(folder.toString()));
  }

  @Test
  void aGlobIsExpanded() {
    assertEquals(List.of("b.json"), names(folder + "/*.json"));
    assertEquals(List.of("deep/er/c.json"), names(folder + "/**/*.json"));
    assertEquals(List.of("a.txt", "b.json"), names(folder + "/[ab].*"));
  }

  @Test
  void aFileWhoseNameLooksLikeAGlobIsThatFile() throws IOException {
    Files.writeString(folder.resolve("[x].txt"), "content");
    assertEquals(List.of("[x].txt"), names(folder + "/[x].txt"));
  }

  @Test
  void addressesOfTheWebAreTakenAsTheyAre() {
    Documents documents = Documents.resolve(List.of("https://example.org/a?b=c"));
    assertEquals("https://example.org/a?b=c", documents.locations().getFirst().uri().toString());
  }

  @Test
  void whatCannotBeReadIsToldInOneLineEach() {
    Documents documents =
        Documents.resolve(
            List.of(
                folder + "/absent",
                folder + "/*.xml",
                "ftp://example.org/a",
                "https:// example.org",
                "http:///nothing"));
    assertEquals(List.of(), documents.locations());
    assertEquals(5, documents.problems().size(), documents.problems()::toString);
    assertTrue(documents.problems().stream().noneMatch(line -> line.contains("\n")));
  }

  @Test
  void anEmptyFolderIsAProblem() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(1, Documents.resolve(List.of(empty.toString())).problems().size());
  }

  @Test
  void aFolderThatMayNotBeReadIsAProblemAndTheOthersAreFound() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "skipped: this user may read everything");
    Documents documents = Documents.resolve(List.of(folder.toString()));
    assertEquals(1, documents.problems().size());
    assertEquals(3, documents.locations().size());
  }

  @Test
  void aCircleOfLinksEnds() throws IOException {
    Files.createSymbolicLink(folder.resolve("deep/circle"), folder);
    assertEquals(3, Documents.resolve(List.of(folder.toString())).locations().size());
  }

  private List<String> names(String argument) {
    Documents documents = Documents.resolve(List.of(argument));
    assertEquals(List.of(), documents.problems());
    return documents.locations().stream()
        .map(location -> folder.relativize(Path.of(location.uri())).toString())
        .toList();
  }
}
