package io.paperflow.search.elastic;

import io.micronaut.context.annotation.Value;
import io.paperflow.embedding.SentenceModel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of what people type. The model is loaded beside the searches, when the first one could
 * use it; until then, and where it does not run, there are none. Thread-safe.
 */
@Singleton
final class QueryModel {

  private static final Logger LOG = LoggerFactory.getLogger(QueryModel.class);

  private final boolean wanted;
  private Optional<CompletableFuture<Optional<SentenceModel>>> loading = Optional.empty();

  QueryModel(@Value("${paperflow.search.semantic}") boolean wanted) {
    this.wanted = wanted;
  }

  /** Whether anybody wants vectors. */
  boolean isWanted() {
    return wanted;
  }

  /** The vector of a text, if there can be one now. */
  Optional<byte[]> vector(String text) {
    return loaded().getNow(Optional.empty()).map(model -> model.vector(text));
  }

  private synchronized CompletableFuture<Optional<SentenceModel>> loaded() {
    if (loading.isEmpty()) {
      loading = Optional.of(CompletableFuture.supplyAsync(QueryModel::load));
    }
    return loading.get();
  }

  private static Optional<SentenceModel> load() {
    try {
      return Optional.of(SentenceModel.load());
    } catch (IOException e) {
      LOG.warn("searches go by words alone: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @PreDestroy
  synchronized void close() {
    loading.ifPresent(
        future -> {
          var _ = future.thenAccept(model -> model.ifPresent(SentenceModel::close));
        });
  }
}
