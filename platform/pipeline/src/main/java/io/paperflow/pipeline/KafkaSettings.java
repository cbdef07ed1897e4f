package io.paperflow.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param instanceId names this process among its replicas; unique at any time. A process that comes
 *     back under the same name takes over at once what it left open
 * @param partitions of topics that are created, 1 to 1000
 * @param replicationFactor of topics that are created, 1 to 10
 * @param client further properties of every Kafka client, such as those of TLS and SASL
 */
public record KafkaSettings(
    String bootstrapServers,
    String instanceId,
    int partitions,
    int replicationFactor,
    Map<String, String> client) {

  public KafkaSettings {
    client = Map.copyOf(client);
  }

  /** Everything that is wrong with the settings, each in a line that names the setting. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String server : bootstrapServers.split(",", -1)) {
      if (!server.strip().matches("(?:\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):[0-9]{1,5}")) {
        problems.add(
            "paperflow.kafka.bootstrap-servers: '"
                + server
                + "' is not host:port, as in kafka:9092");
      }
    }
    if (!instanceId.matches("[A-Za-z0-9._-]{1,100}")) {
      problems.add(
          "paperflow.kafka.instance-id: '" + instanceId + "' needs 1 to 100 of A-Z a-z 0-9 . _ -");
    }
    range(problems, "partitions", partitions, 1000);
    range(problems, "replication-factor", replicationFactor, 10);
    return problems;
  }

  private static void range(List<String> problems, String name, int value, int max) {
    if (value < 1 || value > max) {
      problems.add("paperflow.kafka." + name + ": " + value + " is not between 1 and " + max);
    }
  }

  /** Without the client properties, which may hold secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[" + bootstrapServers + ", " + instanceId + "]";
  }
}
