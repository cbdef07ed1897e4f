package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.env.Environment;
import org.jspecify.annotations.NullMarked;

/**
 * Plugins given as objects of the class path, where Elasticsearch would read folders of jars and
 * make module layers of them.
 */
@NullMarked
public final class ClassPathPlugins extends PluginsService {

  private final List<LoadedPlugin> plugins;

  public ClassPathPlugins(Environment environment, List<Plugin> plugins) {
    super(
        environment.settings(),
        environment.configDir(),
        PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false));
    this.plugins = plugins.stream().map(ClassPathPlugins::loaded).toList();
  }

  private static LoadedPlugin loaded(Plugin plugin) {
    String name = plugin.getClass().getName();
    PluginDescriptor descriptor =
        new PluginDescriptor(
            name, name, "", "", "", name, null, List.of(), false, false, false, false, null);
    return new LoadedPlugin(descriptor, plugin, plugin.getClass().getClassLoader());
  }

  @Override
  protected List<LoadedPlugin> plugins() {
    return plugins;
  }

  @Override
  public PluginsAndModules info() {
    return new PluginsAndModules(List.of(), List.of());
  }

  /** Without these a node would have no features, and would write that into its data. */
  @Override
  public <T> List<? extends T> loadServiceProviders(Class<T> service) {
    return ServiceLoader.load(service, getClass().getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
