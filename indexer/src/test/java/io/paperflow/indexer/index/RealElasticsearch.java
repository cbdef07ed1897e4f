package io.paperflow.indexer.index;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real Elasticsearch for all tests of a run, as a parameter. */
final class RealElasticsearch implements ParameterResolver {

  /** Closed by JUnit at the end of the run. */
  private record Running(DataDirectory data, EmbeddedElasticsearch elasticsearch)
      implements AutoCloseable {

    static Running start() {
      try {
        Path folder = Files.createTempDirectory(Path.of("target"), "elasticsearch");
        DataDirectory data = DataDirectory.open(folder);
        return new Running(data, EmbeddedElasticsearch.start(data, ServerOptions.elasticsearch()));
      } catch (Exception e) {
        throw new IllegalStateException("Elasticsearch does not start", e);
      }
    }

    @Override
    public void close() {
      elasticsearch.close();
      data.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedElasticsearch.class;
  }

  @Override
  public EmbeddedElasticsearch resolveParameter(
      ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RealElasticsearch.class))
        .getOrComputeIfAbsent(Running.class, _ -> Running.start(), Running.class)
        .elasticsearch();
  }
}
