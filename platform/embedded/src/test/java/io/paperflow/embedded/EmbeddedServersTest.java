package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

  @Test
  void bothStartAtOnceKeepWhatTheyAcknowledgedAndEnd(@TempDir Path folder) throws Exception {
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedServers servers =
            EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch())) {
      KafkaProbe kafka = new KafkaProbe(servers.kafka().bootstrapServers());
      ElasticsearchProbe elasticsearch = new ElasticsearchProbe(servers.elasticsearch().uri());

      kafka.createTopic("papers");
      kafka.sendInTransaction("papers", "kept");
      kafka.sendInAbortedTransaction("papers", "dropped");
      elasticsearch.createIndex("papers");
      elasticsearch.index("papers", "1", "{\"title\":\"Learning networks\"}");

      servers.kafka().kill();
      servers.elasticsearch().kill();
      assertFalse(servers.kafka().isAlive());
      assertFalse(servers.elasticsearch().isAlive());
      servers.kafka().restart();
      servers.elasticsearch().restart();

      kafka.sendInTransaction("papers", "added");
      assertEquals(java.util.List.of("kept", "added"), kafka.readCommitted("papers", 2));
      assertTrue(elasticsearch.get("/papers/_doc/1").contains("Learning networks"));
    }
  }
}
