package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir Path folder;

  @Test
  void theLastTellingLineIsNoPartOfAStackTrace() throws Exception {
    ServerLog log = new ServerLog(folder.resolve("a.log"));
    Files.writeString(
        log.file(), "starting\njava.io.IOException: broken\n\tat Some.where\n\t... 3 more\n\n");

    assertEquals("java.io.IOException: broken", log.lastTellingLine());
  }

  @Test
  void bytesThatAreNoTextAndAMissingFileAreNoTrouble() throws Exception {
    ServerLog log = new ServerLog(folder.resolve("a.log"));
    assertEquals("its log is empty", log.lastTellingLine());

    Files.write(log.file(), new byte[] {'o', 'h', (byte) 0xff});

    assertEquals("oh\u00ff", log.lastTellingLine());
  }

  @Test
  void aNewFileKeepsThePreviousOne() throws Exception {
    ServerLog log = new ServerLog(folder.resolve("logs/a.log"));
    log.startAgain();
    Files.writeString(log.file(), "first");

    log.startAgain();

    assertEquals("", Files.readString(log.file()));
    assertEquals("first", Files.readString(folder.resolve("logs/a.log.1"), StandardCharsets.UTF_8));
  }
}
