package io.paperflow.standalone;

import java.util.Map;
import java.util.Optional;

/**
 * The servers that the environment names; they are used, and none is started for them.
 *
 * @param kafka its bootstrap servers
 * @param elasticsearch its addresses
 */
record Given(Optional<String> kafka, Optional<String> elasticsearch) {

  static Given in(Map<String, String> environment) {
    return new Given(
        Optional.ofNullable(environment.get("PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS")),
        Optional.ofNullable(environment.get("PAPERFLOW_ELASTICSEARCH_URIS")));
  }
}
