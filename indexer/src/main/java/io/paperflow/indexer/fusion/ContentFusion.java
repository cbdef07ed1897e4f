package io.paperflow.indexer.fusion;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses each field of a paper from the first statement that gives it. */
final class ContentFusion {

  private ContentFusion() {}

  /** What the statements say together; they are in the order of priority, at least one. */
  static Content of(List<Statement> statements) {
    List<Content> said = statements.stream().map(Statement::content).toList();
    if (said.size() == 1) {
      return said.getFirst();
    }
    return new Content(
        first(said, Content::arxivId),
        first(said, Content::doi),
        first(said, Content::openreviewId),
        said.stream().map(Content::title).filter(t -> !t.isEmpty()).findFirst().orElse(""),
        first(said, Content::abstractText),
        firstList(said, Content::authors),
        first(said, Content::published),
        first(said, Content::updated),
        firstList(said, Content::categories),
        first(said, Content::comments),
        first(said, Content::journalRef),
        first(said, Content::license),
        first(said, Content::venue),
        firstList(said, Content::keywords),
        first(said, Content::aiSummary),
        firstList(said, Content::versions),
        first(said, Content::daily),
        said.stream().anyMatch(Content::withdrawn),
        said.stream().flatMap(content -> content.links().stream()).toList());
  }

  private static <T> Optional<T> first(List<Content> said, Function<Content, Optional<T>> field) {
    return said.stream().flatMap(content -> field.apply(content).stream()).findFirst();
  }

  private static <T> List<T> firstList(List<Content> said, Function<Content, List<T>> field) {
    return said.stream().map(field).filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
  }
}
