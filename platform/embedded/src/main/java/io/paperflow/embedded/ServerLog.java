package io.paperflow.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that a server's process writes its standard error to. */
record ServerLog(Path file) {

  private static final String EMPTY = "its log is empty";

  /** Begins a new file and keeps the previous one as {@code NAME.1}. */
  void startAgain() throws IOException {
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createFile(file);
  }

  /** The last line that is not part of a stack trace, or that there is none. */
  String lastTellingLine() {
    try {
      // One byte, one character: whatever a dying process has written can be read.
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      return lines.reversed().stream()
          .filter(line -> !line.isBlank() && !line.startsWith("\t"))
          .findFirst()
          .orElse(EMPTY)
          .strip();
    } catch (IOException e) {
      return EMPTY;
    }
  }
}
