package io.paperflow.indexer.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts documents by what a write did to them: {@code paperflow.indexer.documents}, tag {@code
 * result}: {@code created}, {@code updated}, {@code unchanged} (what came was known already),
 * {@code moved} (what it held went to the paper that it turned out to be) or {@code failed}. A
 * failed one comes again, unless it went to dead letters.
 */
final class DocumentCounts {

  private final Counter created;
  private final Counter updated;
  private final Counter unchanged;
  private final Counter moved;
  private final Counter failed;

  DocumentCounts(MeterRegistry registry) {
    created = counter(registry, "created");
    updated = counter(registry, "updated");
    unchanged = counter(registry, "unchanged");
    moved = counter(registry, "moved");
    failed = counter(registry, "failed");
  }

  void written(Guard guard) {
    switch (guard) {
      case Guard.Absent() -> created.increment();
      case Guard.Unchanged _ -> updated.increment();
    }
  }

  void unchanged() {
    unchanged.increment();
  }

  void moved() {
    moved.increment();
  }

  void failed() {
    failed.increment();
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("paperflow.indexer.documents")
        .description("Documents by what a write did to them")
        .tag("result", result)
        .register(registry);
  }
}
