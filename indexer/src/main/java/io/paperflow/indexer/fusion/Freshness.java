package io.paperflow.indexer.fusion;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;

/** Times of the newest statement about a paper. */
public record Freshness(Instant sourceTime, Instant fetchedAt) {

  static Freshness of(Collection<Statement> statements) {
    return statements.stream()
        .map(s -> new Freshness(s.sourceTime(), s.reading().fetchedAt()))
        .max(
            comparing(Freshness::sourceTime)
                .thenComparing(comparing(Freshness::fetchedAt).reversed()))
        .orElseThrow();
  }
}
