package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedKafkaTest {

  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(folder);
    kafka = EmbeddedKafka.start(data, ServerOptions.kafka());
  }

  @AfterAll
  static void stop() {
    kafka.close();
    data.close();
  }

  @Test
  void whatWasCommittedIsThereAfterAKill() throws Exception {
    KafkaProbe probe = new KafkaProbe(kafka.bootstrapServers());
    probe.createTopic("papers");
    probe.sendAndCommit("papers", "kept");
    probe.sendAndAbort("papers", "dropped");
    long before = kafka.pid();

    kafka.kill();
    assertFalse(kafka.isAlive());
    kafka.restart();

    assertTrue(kafka.isAlive());
    assertNotEquals(before, kafka.pid());
    probe.sendAndCommit("papers", "added");
    assertEquals(List.of("kept", "added"), probe.readCommitted("papers", 2));
  }

  @Test
  void topicsAreNotCreatedByThemselves() throws Exception {
    KafkaProbe probe = new KafkaProbe(kafka.bootstrapServers());

    assertFalse(probe.exists("unknown"));
    assertThrows(TimeoutException.class, () -> probe.partitions("unknown"));
    assertFalse(probe.exists("unknown"));
  }
}
