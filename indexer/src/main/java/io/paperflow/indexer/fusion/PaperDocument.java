package io.paperflow.indexer.fusion;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is known of a paper: the current statement of each voice, and what follows from them.
 * {@link #merge} is commutative, associative and idempotent, so replays, duplicates and reorderings
 * of statements lead to the same document.
 *
 * @param id the paper key
 * @param firstSeen when the earliest of all statements was read, also of those no longer current
 * @param statements one a source and part, in the order of {@link SourcePriority}; at least one
 */
public record PaperDocument(String id, Instant firstSeen, List<Statement> statements) {

  public PaperDocument {
    statements =
        List.copyOf(
            statements.stream()
                .collect(toMap(Statement::voice, s -> s, Statement::newer))
                .values()
                .stream()
                .sorted(SourcePriority.STATEMENTS)
                .toList());
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("A document needs a statement: " + id);
    }
  }

  /** The document of a paper of which one statement is known. */
  public static PaperDocument of(String id, Statement statement) {
    return new PaperDocument(id, statement.reading().fetchedAt(), List.of(statement));
  }

  /**
   * Everything that is known from both.
   *
   * @throws IllegalArgumentException when they are documents of different papers
   */
  public PaperDocument merge(PaperDocument other) {
    if (!id.equals(other.id)) {
      throw new IllegalArgumentException("Not one paper: " + id + " and " + other.id);
    }
    return new PaperDocument(
        id,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        Stream.concat(statements.stream(), other.statements.stream()).toList());
  }

  /** The sources of the statements, each once, in the order of {@link SourcePriority}. */
  public List<String> sources() {
    return statements.stream().map(Statement::source).distinct().toList();
  }

  /** What the sources say together. */
  public Content content() {
    return ContentFusion.of(statements);
  }

  /** The code repositories among the links, in their order. */
  public static List<Repository> repositories(Content content) {
    return content.links().stream().flatMap(link -> Repository.of(link).stream()).toList();
  }

  /** Whether some repository has code of the paper: available, and not a third party's. */
  public static boolean hasCode(List<Repository> repositories) {
    return repositories.stream().anyMatch(Repository::isCode);
  }

  /** Times of the newest statement. */
  public Freshness freshness() {
    return Freshness.of(statements);
  }
}
