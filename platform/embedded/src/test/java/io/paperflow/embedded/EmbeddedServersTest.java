package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.embedded.StartFailure.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedServersTest {

  @TempDir Path folder;

  @Test
  void bothServeAndNeitherOutlivesAParentThatIsKilled() throws Exception {
    Process parent = parent();
    try (BufferedReader lines = parent.inputReader()) {
      ServersMain.Report report = ServersMain.Report.parse(String.valueOf(lines.readLine()));
      KafkaProbe kafka = new KafkaProbe(report.bootstrapServers());
      kafka.createTopic("papers");
      assertTrue(kafka.exists("papers"));
      assertFalse(new ElasticsearchProbe(report.elasticsearch()).get("/").isEmpty());
      List<ProcessHandle> children =
          Stream.of(report.kafkaPid(), report.elasticsearchPid())
              .flatMap(pid -> ProcessHandle.of(pid).stream())
              .toList();
      assertEquals(2, children.size());
      StartFailure second =
          assertThrows(StartFailure.class, () -> DataDirectory.open(folder).close());
      assertEquals(Code.DATA_IN_USE, second.code());
      assertTrue(second.getMessage().contains("in use by process " + parent.pid() + ":"));

      parent.destroyForcibly();

      for (ProcessHandle child : children) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
    } finally {
      parent.destroyForcibly();
    }
    theirDataCanBeUsedAgain();
  }

  private void theirDataCanBeUsedAgain() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(data, ServerOptions.kafka())) {
      assertTrue(new KafkaProbe(kafka.bootstrapServers()).exists("papers"));
    }
  }

  @Test
  void aTakenPortIsRefusedAndTheOtherServerEnded() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DataDirectory data = DataDirectory.open(folder)) {
      int port = taken.getLocalPort();

      StartFailure failure =
          assertThrows(
              StartFailure.class,
              () ->
                  EmbeddedServers.start(
                      data, ServerOptions.kafka(), ServerOptions.elasticsearch().withPort(port)));

      assertEquals(Code.PORT_TAKEN, failure.code());
      assertEquals(
          "port %d is taken: Elasticsearch cannot listen there (Address already in use); choose another with --elasticsearch-port"
              .formatted(port),
          failure.getMessage());
      assertTrue(ProcessHandle.current().children().noneMatch(EmbeddedServersTest::isServer));
    }
  }

  @Test
  void aServerThatDiesAtOnceIsQuoted() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder)) {
      StartFailure failure =
          assertThrows(
              StartFailure.class,
              () -> EmbeddedKafka.start(data, ServerOptions.kafka().withHeapMegabytes(1)));

      assertEquals(Code.CHILD_DIED, failure.code());
      assertEquals(
          "Kafka did not start: Too small maximum heap (more in %s)"
              .formatted(data.log(ServerKind.KAFKA)),
          failure.getMessage());
    }
  }

  private Process parent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServersMain.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static boolean isServer(ProcessHandle child) {
    return child.info().commandLine().orElse("").contains("server.jar");
  }
}
