package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;
import org.jspecify.annotations.NullMarked;

/** A node whose plugins come from the class path. */
@NullMarked
public final class ClassPathNode extends Node {

  public ClassPathNode(Environment environment, List<Plugin> plugins) {
    super(
        NodeConstruction.prepareConstruction(
            environment,
            null,
            new NodeServiceProvider() {
              @Override
              PluginsService newPluginService(Environment finished, PluginsLoader loader) {
                return new ClassPathPlugins(finished, plugins);
              }
            },
            true));
  }

  /** Tells the layout of log lines the node's name, which this process does not log. */
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}
}
