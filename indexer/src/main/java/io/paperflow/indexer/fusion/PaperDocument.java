package io.paperflow.indexer.fusion;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.paperflow.schemas.LinkKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is known of a paper: the current statement of each voice, the newest fact about each
 * repository, and what follows from them. {@link #merge} is commutative, associative and
 * idempotent, so replays, duplicates and reorderings of statements and facts lead to the same
 * document.
 *
 * @param id the paper key
 * @param firstSeen when the earliest of all statements was read, also of those no longer current
 * @param statements one a source and part, in the order of {@link SourcePriority}
 * @param facts one a repository, model or dataset, by identity
 */
public record PaperDocument(
    String id, Instant firstSeen, List<Statement> statements, List<RepositoryFact> facts) {

  public PaperDocument {
    statements =
        List.copyOf(
            statements.stream()
                .collect(toMap(Statement::voice, s -> s, Statement::newer))
                .values()
                .stream()
                .sorted(SourcePriority.STATEMENTS)
                .toList());
    facts =
        facts.isEmpty()
            ? List.of()
            : facts.stream()
                .collect(toMap(RepositoryFact::identity, f -> f, RepositoryFact::newer))
                .values()
                .stream()
                .sorted(comparing(RepositoryFact::identity))
                .toList();
    if (statements.isEmpty() && facts.isEmpty()) {
      throw new IllegalArgumentException("A document needs a statement or a fact: " + id);
    }
  }

  /** The document of a paper of which one statement is known. */
  public static PaperDocument of(String id, Statement statement) {
    return new PaperDocument(id, statement.reading().fetchedAt(), List.of(statement), List.of());
  }

  /** What is known of a paper of which nobody has told yet; not to be stored. */
  public static PaperDocument of(String id, List<RepositoryFact> facts) {
    return new PaperDocument(id, Instant.MAX, List.of(), facts);
  }

  /** Whether some source has told of the paper. */
  public boolean isStated() {
    return !statements.isEmpty();
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
        Stream.concat(statements.stream(), other.statements.stream()).toList(),
        Stream.concat(facts.stream(), other.facts.stream()).toList());
  }

  /** The sources of the statements, each once, in the order of {@link SourcePriority}. */
  public List<String> sources() {
    return statements.stream().map(Statement::source).distinct().toList();
  }

  /** Other paper keys under which sources told of the paper, in order. */
  public List<String> aliases() {
    return paperKeys().filter(key -> !key.equals(id)).toList();
  }

  /** All paper keys under which sources told of the paper, in order. */
  public Stream<String> paperKeys() {
    return statements.stream().map(Statement::paperKey).distinct().sorted();
  }

  /**
   * What is known of a part of the statements alone, with the facts about what they name. When the
   * others were seen first is not known any more, so that {@link #firstSeen} stays.
   *
   * @param keys the paper keys of the statements that count, of which there is at least one
   */
  public PaperDocument only(String id, Set<String> keys) {
    List<Statement> own =
        statements.stream().filter(statement -> keys.contains(statement.paperKey())).toList();
    Set<String> named = Set.copyOf(addresses(own));
    return new PaperDocument(
        id,
        firstSeen,
        own,
        facts.stream().filter(fact -> named.contains(fact.identity())).toList());
  }

  /** What the sources say together. */
  public Content content() {
    return ContentFusion.of(statements);
  }

  /** The code repositories among the links of the content, the paper's own code first. */
  public List<Repository> repositories(Content content) {
    return Repository.of(content.links(), factsByIdentity());
  }

  /** The models, datasets and spaces among the links of which something is known. */
  public List<Model> models(Content content) {
    return facts.isEmpty() ? List.of() : Model.of(content.links(), factsByIdentity());
  }

  private Map<String, RepositoryFact> factsByIdentity() {
    return facts.isEmpty()
        ? Map.of()
        : facts.stream().collect(toMap(RepositoryFact::identity, fact -> fact));
  }

  /** Whether some repository has code of the paper: available, and not a third party's. */
  public static boolean hasCode(List<Repository> repositories) {
    return repositories.stream().anyMatch(Repository::isCode);
  }

  /** Addresses, as facts are kept by, of all that forges know of. */
  public List<String> addresses() {
    return addresses(statements);
  }

  private static List<String> addresses(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.content().links().stream())
        .filter(
            link -> link.kind() == LinkKind.CODE_REPO || link.kind() == LinkKind.MODEL_OR_DATASET)
        .map(Link::address)
        .distinct()
        .toList();
  }

  /** Times of the newest statement. */
  public Freshness freshness() {
    return Freshness.of(statements);
  }
}
