package io.paperflow.embedded.kafka;

import io.paperflow.embedded.child.ChildArguments;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The settings of the one broker, sized for a laptop. */
final class KafkaSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Set<String> LISTS =
      Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

  private KafkaSettings() {}

  static Map<String, String> of(Path logs, ChildArguments arguments, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(node(logs, arguments, controllerPort));
    settings.putAll(internalTopics());
    settings.putAll(small());
    settings.putAll(prompt());
    // Topics are created by those who know their partitions and their retention.
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", "2097152");
    return Map.copyOf(settings);
  }

  /** The settings with others added: further listeners stand beside ours, all else replaces. */
  static Map<String, String> with(Map<String, String> settings, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(settings);
    others.forEach(
        (name, value) ->
            all.merge(
                name, value, (own, other) -> LISTS.contains(name) ? own + "," + other : other));
    return Map.copyOf(all);
  }

  private static Map<String, String> node(Path logs, ChildArguments arguments, int controllerPort) {
    String listener = "PLAINTEXT://" + arguments.listenAddress() + ":" + arguments.port();
    String advertised = "PLAINTEXT://" + arguments.host() + ":" + arguments.port();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "log.dirs",
        logs.toString(),
        "listeners",
        listener + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        advertised,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@127.0.0.1:" + controllerPort);
  }

  private static Map<String, String> internalTopics() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1");
  }

  private static Map<String, String> small() {
    return Map.of(
        // The default of 128 MiB is most of the heap.
        "log.cleaner.dedupe.buffer.size", "8388608",
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2");
  }

  /** A consumer alone starts at once; who died is noticed soon. */
  private static Map<String, String> prompt() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        "group.min.session.timeout.ms", "1000",
        "group.consumer.min.session.timeout.ms", "1000",
        "group.consumer.min.heartbeat.interval.ms", "200",
        // A killed broker's successor waits for the end of this session; 2 s is too short under
        // load.
        "broker.session.timeout.ms", "6000",
        "broker.heartbeat.interval.ms", "1000");
  }
}
