package io.paperflow.embedded.kafka;

import io.paperflow.embedded.child.ChildArguments;
import io.paperflow.embedded.child.LocalPort;
import io.paperflow.embedded.child.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker and its controller on one log directory. */
final class KafkaServer implements Server {

  /** Any constant will do: the one node never meets another cluster. */
  private static final String CLUSTER_ID = "cGFwZXJmbG93LWxvY2FsMQ";

  private final KafkaRaftServer server;

  private KafkaServer(KafkaRaftServer server) {
    this.server = server;
  }

  static KafkaServer create(ChildArguments arguments) throws Exception {
    Path logs = Files.createDirectories(arguments.directory().resolve("log"));
    format(logs.toString());
    int controllerPort = LocalPort.free(RandomGenerator.getDefault());
    KafkaConfig config =
        new KafkaConfig(
            KafkaSettings.with(
                KafkaSettings.of(logs, arguments, controllerPort),
                OwnSettings.of(arguments.directory())));
    return new KafkaServer(new KafkaRaftServer(config, Time.SYSTEM));
  }

  private static void format(String logs) throws Exception {
    new Formatter()
        .setNodeId(KafkaSettings.NODE_ID)
        .setClusterId(CLUSTER_ID)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
        .addDirectory(logs)
        .setMetadataLogDirectory(logs)
        .setIgnoreFormatted(true)
        .run();
  }

  @Override
  public void start() {
    server.startup();
  }

  @Override
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }
}
