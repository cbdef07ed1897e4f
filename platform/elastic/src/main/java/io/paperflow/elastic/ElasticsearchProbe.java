package io.paperflow.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.paperflow.elastic.Reachability.Reachable;
import io.paperflow.elastic.Reachability.Refused;
import io.paperflow.elastic.Reachability.Unreachable;
import java.io.IOException;
import java.time.Duration;

/** Asks whether Elasticsearch answers. Thread-safe. */
public final class ElasticsearchProbe {

  /** The longest time a check takes. */
  public static final Duration AT_MOST = Duration.ofSeconds(2);

  private final ElasticsearchHttp http;
  private final ElasticsearchSettings settings;

  ElasticsearchProbe(ElasticsearchHttp http, ElasticsearchSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /** Asks once; answers within {@link #AT_MOST}. */
  public Reachability check() throws InterruptedException {
    try {
      int status = http.send(new Request("GET", "/"), AT_MOST).status();
      return switch (status) {
        // 403: known and let in, only not allowed to ask this.
        case 200, 403 -> new Reachable();
        case 401 ->
            new Refused(
                "Elasticsearch at %s refuses the credentials: check username and password, or api-key"
                    .formatted(settings));
        default ->
            new Unreachable(
                "Elasticsearch at %s answers with status %d: see its log"
                    .formatted(settings, status));
      };
    } catch (IOException e) {
      return new Unreachable(
          "Elasticsearch at %s does not answer (%s): is it running, is the address right?"
              .formatted(settings, e.getMessage()));
    }
  }
}
