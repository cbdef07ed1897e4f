package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.child.ChildArguments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServerCommandTest {

  @TempDir Path folder;

  private Path jar;
  private Path archive;

  @BeforeEach
  void packTheSmallestServer() throws IOException {
    jar = folder.resolve("server.jar");
    archive = folder.resolve("server.jsa");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, AnsweringMain.class.getName());
    String entry = AnsweringMain.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream bytes =
            Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(entry))) {
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
  }

  @Test
  void aClosedServerLeavesItsClassesForTheNextStart() throws Exception {
    startAndStop();

    assertTrue(Files.size(archive) > 0);
    startAndStop();
  }

  @Test
  void theArchiveIsMadeAnewForNewJars() throws Exception {
    startAndStop();
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(10_000));

    startAndStop();

    assertTrue(Files.getLastModifiedTime(archive).toMillis() > 0);
  }

  @Test
  void aBrokenArchiveDoesNotHinderAStart() throws Exception {
    Files.writeString(archive, "no archive");
    startAndStop();

    Files.delete(archive);
    startAndStop();
    byte[] bytes = Files.readAllBytes(archive);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0xff);
    Files.write(archive, bytes);
    startAndStop();
  }

  @Test
  void aServerSeesNothingOfTheEnvironmentButTheHarmless() {
    Set<String> seen = new HashSet<>(command().environment().keySet());

    seen.removeAll(Set.of("HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TZ"));

    assertEquals(Set.of("MALLOC_ARENA_MAX"), seen);
  }

  private void startAndStop() throws Exception {
    ChildProcess child = ChildProcess.start(command());
    child.awaitReady("Server", new ServerLog(folder.resolve("server.log")), Duration.ofMinutes(1));
    child.stop();
    assertEquals(0, child.onExit().join());
  }

  private ProcessBuilder command() {
    return new ServerCommand(ServerKind.KAFKA, folder, 32)
        .of(new ChildArguments(folder, 1, folder.resolve("server.log")), folder);
  }
}
