package io.paperflow.embedded;

import java.util.List;

/** The servers there are. */
enum ServerKind {
  KAFKA("Kafka", "kafka"),
  ELASTICSEARCH("Elasticsearch", "elasticsearch");

  private final String title;
  private final String folder;

  ServerKind(String title, String folder) {
    this.title = title;
    this.folder = folder;
  }

  /** The name people know. */
  String title() {
    return title;
  }

  /** The name of its folders and files. */
  String folder() {
    return folder;
  }

  /** The option of the command line that chooses its port. */
  String portOption() {
    return "--" + folder + "-port";
  }

  /** What its JVM needs beyond what every server's JVM gets. */
  List<String> jvmArguments() {
    return switch (this) {
      // A broker moves bytes: optimised code costs more to make than it saves.
      case KAFKA -> List.of("-XX:TieredStopAtLevel=1");
      // Vectors are compared several times faster with the incubating module.
      case ELASTICSEARCH ->
          List.of("--add-modules=jdk.incubator.vector", "-XX:MaxDirectMemorySize=128m");
    };
  }
}
