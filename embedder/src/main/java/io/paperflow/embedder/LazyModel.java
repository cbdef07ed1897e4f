package io.paperflow.embedder;

import io.paperflow.embedding.SentenceModel;
import java.io.IOException;
import java.util.Optional;

/** The sentence model, loaded when the first text asks for it. Thread-safe. */
final class LazyModel implements Embedding, AutoCloseable {

  private Optional<SentenceModel> loaded = Optional.empty();

  @Override
  public byte[] vector(String text) throws IOException {
    return model().vector(text);
  }

  private synchronized SentenceModel model() throws IOException {
    if (loaded.isEmpty()) {
      loaded = Optional.of(SentenceModel.load());
    }
    return loaded.get();
  }

  @Override
  public synchronized void close() {
    loaded.ifPresent(SentenceModel::close);
    loaded = Optional.empty();
  }
}
