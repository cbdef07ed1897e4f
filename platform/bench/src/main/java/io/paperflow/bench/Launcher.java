package io.paperflow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code ./paperflow} as users do, on servers that run already. */
final class Launcher {

  private final Path root;
  private final Servers servers;

  /**
   * A launcher.
   *
   * @param root the project's folder
   */
  Launcher(Path root, Servers servers) {
    this.root = root;
    this.servers = servers;
  }

  /** Starts a command; its progress goes to this process's standard error. */
  Process start(Map<String, String> environment, List<String> arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(root.resolve("paperflow").toString()), arguments.stream()).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .put("PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
    builder
        .environment()
        .put("PAPERFLOW_ELASTICSEARCH_URIS", servers.elasticsearch().uri().toString());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
