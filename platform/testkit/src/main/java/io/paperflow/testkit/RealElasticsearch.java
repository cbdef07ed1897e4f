package io.paperflow.testkit;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real Elasticsearch for all tests of a run: {@code @ExtendWith(RealElasticsearch.class)} and a
 * parameter of type {@link EmbeddedElasticsearch}. Its data is below {@code target}.
 */
public final class RealElasticsearch implements ParameterResolver {

  /** Closed by JUnit at the end of the run. */
  private record Running(DataDirectory data, EmbeddedElasticsearch elasticsearch)
      implements AutoCloseable {

    static Running start() {
      try {
        Path target = Files.createDirectories(Path.of("target"));
        Path folder = Files.createTempDirectory(target, "elasticsearch");
        DataDirectory data = DataDirectory.open(folder);
        return new Running(data, EmbeddedElasticsearch.start(data, ServerOptions.elasticsearch()));
      } catch (IOException | StartFailure e) {
        throw new IllegalStateException("Elasticsearch does not start", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while Elasticsearch started", e);
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
