package io.paperflow.embedded;

/**
 * A Kafka broker with its controller. Topics are not created by themselves; records are at most 2
 * MiB.
 */
public final class EmbeddedKafka extends EmbeddedServer {

  private EmbeddedKafka(Launcher launcher) throws StartFailure, InterruptedException {
    super(launcher);
  }

  /**
   * Starts the broker and returns when clients can use it: after a few seconds, or after some more
   * when its predecessor was killed. Interrupting the thread ends the attempt.
   */
  public static EmbeddedKafka start(DataDirectory data, ServerOptions options)
      throws StartFailure, InterruptedException {
    EmbeddedKafka kafka = launch(data, options);
    kafka.awaitReady();
    return kafka;
  }

  /** Starts the process and returns at once. */
  static EmbeddedKafka launch(DataDirectory data, ServerOptions options)
      throws StartFailure, InterruptedException {
    return new EmbeddedKafka(Launcher.of(ServerKind.KAFKA, data, options));
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port();
  }
}
