package io.paperflow.embedded;

import java.net.URI;

/**
 * An Elasticsearch node, without security. It has what Elasticsearch's server artifact has, English
 * analysis and {@code GET /}, but no scripts and none of the features that a full one has in
 * modules of its own. Indices are not created by themselves and need {@code number_of_replicas} 0
 * to become green.
 */
public final class EmbeddedElasticsearch extends EmbeddedServer {

  private EmbeddedElasticsearch(Launcher launcher) throws StartFailure, InterruptedException {
    super(launcher);
  }

  /**
   * Starts the node and returns when it answers, after a few seconds. Interrupting the thread ends
   * the attempt.
   */
  public static EmbeddedElasticsearch start(DataDirectory data, ServerOptions options)
      throws StartFailure, InterruptedException {
    EmbeddedElasticsearch elasticsearch = launch(data, options);
    elasticsearch.awaitReady();
    return elasticsearch;
  }

  /** Starts the process and returns at once. */
  static EmbeddedElasticsearch launch(DataDirectory data, ServerOptions options)
      throws StartFailure, InterruptedException {
    return new EmbeddedElasticsearch(Launcher.of(ServerKind.ELASTICSEARCH, data, options));
  }

  /** Where it answers, without a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }
}
