package io.paperflow.embedded;

/**
 * Both servers on one data directory.
 *
 * @param kafka the broker
 * @param elasticsearch the node
 */
public record EmbeddedServers(EmbeddedKafka kafka, EmbeddedElasticsearch elasticsearch)
    implements AutoCloseable {

  /**
   * Starts both at once and returns when both answer. When one fails, the other is ended too.
   * Interrupting the thread ends the attempt.
   */
  public static EmbeddedServers start(
      DataDirectory data, ServerOptions kafkaOptions, ServerOptions elasticsearchOptions)
      throws StartFailure, InterruptedException {
    EmbeddedKafka kafka = EmbeddedKafka.launch(data, kafkaOptions);
    try {
      EmbeddedElasticsearch elasticsearch =
          EmbeddedElasticsearch.launch(data, elasticsearchOptions);
      try {
        kafka.awaitReady();
        elasticsearch.awaitReady();
        return new EmbeddedServers(kafka, elasticsearch);
      } catch (StartFailure | InterruptedException e) {
        elasticsearch.kill();
        throw e;
      }
    } catch (StartFailure | InterruptedException e) {
      kafka.kill();
      throw e;
    }
  }

  /** Stops both at once. */
  @Override
  public void close() {
    kafka.requestStop();
    elasticsearch.requestStop();
    kafka.stop();
    elasticsearch.stop();
  }
}
