package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.StartFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void aMissingFolderIsCreated() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder.resolve("a/b"))) {
      assertTrue(Files.isDirectory(data.path()));
      assertTrue(data.path().isAbsolute());
    }
  }

  @Test
  void aFolderInUseIsRefusedAndFreeAgainWhenClosed() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder)) {
      refused(
          Code.DATA_IN_USE,
          "data folder %s is in use by process %d: stop that or choose another with --data"
              .formatted(data.path(), ProcessHandle.current().pid()),
          () -> DataDirectory.open(folder));
    }
    DataDirectory.open(folder).close();
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("data"));

    refused(
        Code.DATA_NOT_WRITABLE,
        "data folder %s is a file: choose another with --data".formatted(file),
        () -> DataDirectory.open(file));
  }

  @Test
  void aFolderThatCannotBeCreatedIsRefused() throws Exception {
    Path below = Files.createFile(folder.resolve("file")).resolve("data");

    StartFailure failure = assertThrows(StartFailure.class, () -> DataDirectory.open(below));

    assertEquals(Code.DATA_NOT_WRITABLE, failure.code());
    assertOneLine(failure);
    assertTrue(failure.getMessage().contains(below.toString()), failure.getMessage());
  }

  @Test
  void tooLittleSpaceIsRefusedAndTheLimitIsEnough() throws Exception {
    refused(
        Code.DISK_FULL,
        "only 255 MB are left for %s, 256 MB are needed: make room or choose another with --data"
            .formatted(folder),
        () -> DataDirectory.open(folder, _ -> 256 * MEGABYTE - 1));

    DataDirectory.open(folder, _ -> 256 * MEGABYTE).close();
  }

  @Test
  void spaceThatCannotBeToldIsRefused() {
    StartFailure failure =
        assertThrows(
            StartFailure.class,
            () ->
                DataDirectory.open(
                    folder,
                    _ -> {
                      throw new IOException("stale handle");
                    }));

    assertEquals(Code.DATA_NOT_WRITABLE, failure.code());
    assertTrue(failure.getMessage().contains("stale handle"), failure.getMessage());
  }

  @Test
  void temporaryFilesOfAnEarlierProcessAreGone() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Files.createFile(
          Files.createDirectory(data.temporary(ServerKind.KAFKA).resolve("left")).resolve("over"));

      Path again = data.temporary(ServerKind.KAFKA);

      try (var files = Files.list(again)) {
        assertEquals(0, files.count());
      }
    }
  }

  private static void refused(Code code, String message, Executable action) {
    StartFailure failure = assertThrows(StartFailure.class, action);
    assertEquals(message, failure.getMessage());
    assertEquals(code, failure.code());
    assertOneLine(failure);
  }

  private static void assertOneLine(StartFailure failure) {
    assertEquals(1, String.valueOf(failure.getMessage()).lines().count());
  }
}
