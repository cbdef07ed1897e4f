package io.paperflow.embedded.elasticsearch;

import io.paperflow.embedded.child.ChildArguments;
import java.nio.file.Path;
import org.elasticsearch.common.settings.Settings;

/** The settings of the one node. */
final class NodeSettings {

  private NodeSettings() {}

  static Settings of(ChildArguments arguments) {
    Path home = arguments.directory();
    return Settings.builder()
        .put("cluster.name", "paperflow")
        .put("node.name", "paperflow")
        .put("path.home", home.toString())
        .put("path.data", home.resolve("data").toString())
        .put("path.logs", home.resolve("logs").toString())
        .put("path.repo", home.resolve("snapshots").toString())
        .put("discovery.type", "single-node")
        .put("network.host", ChildArguments.LOOPBACK)
        .put("http.host", arguments.listenAddress())
        .put("http.publish_host", arguments.host())
        .put("http.type", "netty4")
        .put("http.port", arguments.port())
        .put("transport.type", "netty4")
        .put("transport.port", 0)
        // A laptop's limit on memory maps is left as it is.
        .put("node.store.allow_mmap", false)
        .put("http.compression", false)
        .put("indices.breaker.total.use_real_memory", false)
        .put("http.shutdown_grace_period", "5s")
        .put("node.maximum_shutdown_grace_period", "5s")
        // A laptop's disk may well be nine tenths full.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        // Indices are created by those who know their mappings.
        .put("action.auto_create_index", false)
        .build();
  }
}
