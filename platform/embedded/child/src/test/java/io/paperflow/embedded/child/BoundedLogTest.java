package io.paperflow.embedded.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

  private static final int LIMIT = 1_000;

  @Test
  void aLogStaysBelowItsLimitAndKeepsTheLatestLines(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("server.log");
    try (PrintStream log = new PrintStream(BoundedLog.on(file, LIMIT), true)) {
      for (int i = 0; i < 500; i++) {
        log.print("line " + i + "\n");
      }
    }

    String kept =
        Files.readString(folder.resolve("server.log.1"), StandardCharsets.UTF_8)
            + Files.readString(file, StandardCharsets.UTF_8);
    assertTrue(Files.size(file) <= LIMIT);
    assertTrue(kept.endsWith("line 498\nline 499\n"), kept);
    assertTrue(kept.length() > LIMIT, "the previous file is kept");
    int first = Integer.parseInt(kept.substring("line ".length(), kept.indexOf('\n')));
    assertEquals(500 - first, kept.lines().count(), "no line between is missing");
  }
}
