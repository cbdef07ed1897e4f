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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationResolverTest {

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String file :
        List.of(
            "b.json",
            "a.json",
            "notes.txt",
            ".hidden.json",
            "2024/c.json",
            "2024/05/d.json",
            "2025/e.json",
            ".git/f.json",
            "odd[1].json")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, "x");
    }
  }

  private Resolution resolve(String... arguments) {
    return LocationResolver.resolve(List.of(arguments), folder);
  }

  private List<String> names(Resolution resolution) {
    assertEquals(List.of(), resolution.problems());
    return resolution.locations().stream()
        .map(
            location ->
                switch (location) {
                  case Location.LocalFile(Path path) -> folder.relativize(path).toString();
                  case Location.Web web -> web.uri();
                })
        .toList();
  }

  @Test
  void filesAndAddressesStayInTheOrderOfTheArguments() {
    assertEquals(
        List.of("b.json", "https://example.org/x?y=1", "a.json"),
        names(resolve("b.json", "https://example.org/x?y=1#top", folder + "/a.json", "./b.json")));
  }

  @Test
  void aFolderStandsForItsFilesWithoutHiddenOnes() {
    assertEquals(
        List.of(
            "2024/05/d.json",
            "2024/c.json",
            "2025/e.json",
            "a.json",
            "b.json",
            "notes.txt",
            "odd[1].json"),
        names(resolve(".")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.json           | a.json b.json odd[1].json",
        "**/*.json        | 2024/05/d.json 2024/c.json 2025/e.json a.json b.json odd[1].json",
        "2024/**          | 2024/05/d.json 2024/c.json",
        "202[45]/?.json   | 2024/c.json 2025/e.json",
        "202*             | 2024/05/d.json 2024/c.json 2025/e.json",
        "{a,b}.json       | a.json b.json",
        "2024/**/d.json   | 2024/05/d.json",
        "**/05/*          | 2024/05/d.json",
        "{2024/05,2025}/* | 2024/05/d.json 2025/e.json",
        "odd[1].json      | odd[1].json",
      })
  void patternsMatchAsInAShell(String pattern, String files) {
    assertEquals(List.of(files.split(" ", -1)), names(resolve(pattern)));
  }

  @Test
  void linksThatLoopAreFollowedOnce() throws IOException {
    Files.createSymbolicLink(folder.resolve("2024/up"), folder.resolve("2024"));
    Files.createSymbolicLink(folder.resolve("2024/dangling"), folder.resolve("nowhere"));
    assertEquals(List.of("2024/05/d.json", "2024/c.json"), names(resolve("2024")));
  }

  @Test
  void fileAddressesAreFiles() {
    assertEquals(List.of("a.json"), names(resolve(folder.resolve("a.json").toUri().toString())));
  }

  @Test
  void everyProblemIsNamedAtOnce() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Resolution resolution =
        resolve(
            "a.json",
            "missing.json",
            "*.csv",
            "nowhere/*.json",
            "empty",
            "{a.json",
            "ftp://example.org/x",
            "http:///x",
            "https://user:secret@example.org/x",
            "https://example.org/a b");
    assertEquals(1, resolution.locations().size());
    assertEquals(
        List.of(
            "missing.json: there is no such file or folder",
            "*.csv: no file matches",
            "nowhere/*.json: there is no folder " + folder.resolve("nowhere"),
            "empty: the folder holds no files",
            "{a.json: not a valid pattern: Missing '}",
            "ftp://example.org/x: addresses of this kind are not supported: give a file, a folder"
                + " or an http or https address",
            "http:///x: the address names no host",
            "https://example.org: addresses with a user or password are not supported",
            "https://example.org/a b: not a valid address: Illegal character in path"),
        resolution.problems());
  }

  @Test
  void whatMayNotBeReadIsAProblem() throws IOException {
    assumeFalse(
        "root".equals(System.getProperty("user.name")), "skipped: root may read everything");
    Files.setPosixFilePermissions(
        folder.resolve("2024/05"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        folder.resolve("2024/c.json"), PosixFilePermissions.fromString("---------"));
    try {
      Resolution resolution = resolve("2024", "2024/c.json", "2024/05/d.json");
      assertEquals(4, resolution.problems().size());
      assertTrue(resolution.problems().stream().allMatch(p -> p.contains("may not be read")));
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("2024/05"), PosixFilePermissions.fromString("rwx------"));
    }
  }
}
