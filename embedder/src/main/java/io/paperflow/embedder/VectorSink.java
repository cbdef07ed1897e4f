package io.paperflow.embedder;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperflow.embedder.VectorIndex.Refusal;
import io.paperflow.embedder.VectorIndex.Vector;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes the vectors of texts that have none yet. Thread-safe. */
final class VectorSink implements Sink<EnrichedPaper> {

  private final VectorIndex index;
  private final Embedding embedding;

  VectorSink(VectorIndex index, Embedding embedding) {
    this.index = index;
    this.embedding = embedding;
  }

  @Override
  public List<Verdict> write(List<Delivery<EnrichedPaper>> batch) throws InterruptedException {
    List<Optional<PaperText>> texts =
        batch.stream().map(item -> PaperText.of(item.value().getPaper())).toList();
    try {
      index.ensure();
      Map<String, Refusal> refused = index.write(missing(texts));
      return texts.stream()
          .map(
              text ->
                  text.map(PaperText::id)
                      .flatMap(id -> Optional.ofNullable(refused.get(id)))
                      .map(refusal -> Verdict.failed(failure(refusal.status(), refusal.reason())))
                      .orElseGet(Verdict::done))
          .toList();
    } catch (ElasticsearchException e) {
      index.doubt();
      return all(batch, failure(e.status(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return all(
          batch, Failure.transientFailure("vectors-unavailable", String.valueOf(e.getMessage())));
    }
  }

  private List<Vector> missing(List<Optional<PaperText>> texts) throws IOException {
    Map<String, PaperText> wanted = new LinkedHashMap<>();
    texts.stream().flatMap(Optional::stream).forEach(text -> wanted.put(text.id(), text));
    Set<String> known = index.known(List.copyOf(wanted.keySet()));
    List<Vector> vectors = new ArrayList<>();
    for (Map.Entry<String, PaperText> text : wanted.entrySet()) {
      if (!known.contains(text.getKey())) {
        vectors.add(
            new Vector(
                text.getKey(),
                text.getValue().paper(),
                numbers(embedding.vector(text.getValue().text()))));
      }
    }
    return vectors;
  }

  private static List<Integer> numbers(byte[] bytes) {
    List<Integer> numbers = new ArrayList<>(bytes.length);
    for (byte value : bytes) {
      numbers.add((int) value);
    }
    return numbers;
  }

  private static List<Verdict> all(List<Delivery<EnrichedPaper>> batch, Failure failure) {
    return batch.stream().map(item -> Verdict.failed(failure)).toList();
  }

  private static Failure failure(int status, String reason) {
    FailureCategory category =
        switch (status) {
          case 429, 503 -> FailureCategory.OVERLOAD;
          case 401, 403 -> FailureCategory.FATAL;
          case 400, 413 -> FailureCategory.PERMANENT;
          default -> FailureCategory.TRANSIENT;
        };
    return new Failure(
        "vectors-refused", category, "Elasticsearch answers " + status + ": " + reason);
  }

  @Override
  public Optional<Failure> check() {
    try {
      index.doubt();
      index.ensure();
      return Optional.empty();
    } catch (ElasticsearchException e) {
      return Optional.of(failure(e.status(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return Optional.of(
          Failure.transientFailure("vectors-unavailable", String.valueOf(e.getMessage())));
    }
  }
}
