package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.StartFailure.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarsTest {

  @TempDir Path folder;

  @Test
  void bothServersLieBesideTheseClasses() throws Exception {
    for (ServerKind kind : ServerKind.values()) {
      assertTrue(Files.isRegularFile(ServerJars.main(ServerJars.of(kind))));
    }
  }

  @Test
  void theFirstFolderThatHasTheServerIsTaken() throws Exception {
    Path second = Files.createDirectories(folder.resolve("second/kafka"));
    Files.createFile(second.resolve("server.jar"));

    assertEquals(
        second,
        ServerJars.find(
            ServerKind.KAFKA, List.of(folder.resolve("first"), folder.resolve("second"))));
  }

  @Test
  void aMissingServerIsNamedWithThePlacesLookedIn() {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> ServerJars.find(ServerKind.KAFKA, List.of(folder)));

    assertEquals(Code.SERVERS_MISSING, failure.code());
    assertTrue(failure.getMessage().startsWith("Kafka is missing in [" + folder + "]"));
  }

  @Test
  void nothingOfTheServersIsOnThisClassPath() {
    ClassLoader loader = getClass().getClassLoader();

    assertThrows(
        ClassNotFoundException.class, () -> loader.loadClass("kafka.server.KafkaRaftServer"));
    assertThrows(
        ClassNotFoundException.class, () -> loader.loadClass("org.elasticsearch.node.Node"));
  }
}
