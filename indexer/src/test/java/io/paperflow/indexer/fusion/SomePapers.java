package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random statements about one paper, from so few values that equal times, equal contents and equal
 * links in different writings are frequent.
 */
public final class SomePapers {

  /** The paper all statements are about. */
  public static final String ID = "arxiv:2401.12345";

  private SomePapers() {}

  /** Statements in any order, also repeated. */
  public static Arbitrary<List<Statement>> statements() {
    return statement().list().ofMinSize(1).ofMaxSize(8);
  }

  /** The merge of some statements. */
  public static Arbitrary<PaperDocument> documents() {
    return Combinators.combine(statements().map(SomePapers::merged), facts().list().ofMaxSize(3))
        .as(
            (document, facts) ->
                facts.isEmpty() ? document : document.merge(PaperDocument.of(ID, facts)));
  }

  private static Arbitrary<RepositoryFact> facts() {
    return Combinators.combine(
            Arbitraries.of("github.com/a/b", "huggingface.co/a/b"),
            instants(),
            Arbitraries.of(true, false),
            optional(Arbitraries.of("https://archive.example/a")),
            optional(Arbitraries.of(0, 7)),
            optional(Arbitraries.of("MIT")),
            optional(Arbitraries.of("readme", "citation")))
        .as(
            (identity, at, found, copy, stars, license, verifiedBy) ->
                new RepositoryFact(
                    identity,
                    at,
                    found,
                    copy,
                    license.map(text -> "https://github.com/new/" + text),
                    stars,
                    stars.map(count -> count / 2.0).orElse(0.0),
                    license.map(text -> "Java"),
                    license,
                    license.stream().toList(),
                    verifiedBy.map(text -> text.equals("readme")),
                    verifiedBy.map(text -> at),
                    verifiedBy,
                    verifiedBy.map(text -> "named by " + text)));
  }

  /** The merge of statements, in their order. */
  public static PaperDocument merged(List<Statement> statements) {
    return statements.stream()
        .map(statement -> PaperDocument.of(ID, statement))
        .reduce(PaperDocument::merge)
        .orElseThrow();
  }

  private static Arbitrary<Statement> statement() {
    Arbitrary<Reading> readings =
        Combinators.combine(
                instants(),
                Arbitraries.of("file:///a", "https://example.org/b"),
                Arbitraries.of(0, 1))
            .as((at, uri, rules) -> new Reading(at, uri, "0a1b", rules));
    return Combinators.combine(
            Arbitraries.of("arxiv", "huggingface-daily-papers", "unheard-of"),
            Arbitraries.of("", "github.com/a/b", "github.com/a/c"),
            instants(),
            contents(),
            readings)
        .as(
            (source, part, time, content, reading) ->
                new Statement(ID, source, part, time, content, reading));
  }

  private static Arbitrary<Content> contents() {
    Arbitrary<List<Object>> parts =
        Combinators.combine(
                optional(Arbitraries.of("2401.12345")),
                optional(Arbitraries.of("10.1/a", "10.1/b")),
                Arbitraries.of("", "A \"title\"", "Ein Titel mit Ümläuten 𝄞"),
                optional(Arbitraries.of("Short.", "Somewhat\nlonger.")),
                authors(),
                links(),
                optional(daily()),
                Arbitraries.of(true, false))
            .as(List::of);
    return Combinators.combine(
            parts,
            optional(instants()),
            optional(instants()),
            Arbitraries.of("cs.LG", "math.CO").list().ofMaxSize(2),
            optional(Arbitraries.of("12 pages")))
        .as(SomePapers::content);
  }

  @SuppressWarnings("unchecked") // jqwik combines no more than eight arbitraries at once.
  private static Content content(
      List<Object> parts,
      Optional<Instant> published,
      Optional<Instant> updated,
      List<String> categories,
      Optional<String> comments) {
    return new Content(
        (Optional<String>) parts.get(0),
        (Optional<String>) parts.get(1),
        comments.map(text -> "open" + text.length()),
        (String) parts.get(2),
        (Optional<String>) parts.get(3),
        (List<Author>) parts.get(4),
        published,
        updated,
        categories,
        comments,
        comments.map(text -> "J. " + text),
        (Optional<String>) parts.get(1),
        comments,
        categories,
        (Optional<String>) parts.get(1),
        updated.map(at -> new Version(2, Optional.of(at), comments)).stream().toList(),
        (Optional<Daily>) parts.get(6),
        (Boolean) parts.get(7),
        (List<Link>) parts.get(5));
  }

  private static Arbitrary<List<Author>> authors() {
    return Combinators.combine(
            Arbitraries.of("A. Early", "B. Late"), optional(Arbitraries.of("Univ.")))
        .as(Author::new)
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<Daily> daily() {
    return Combinators.combine(
            optional(Arbitraries.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3))),
            optional(Arbitraries.of(0, 7)),
            optional(Arbitraries.of(0, 1)),
            optional(Arbitraries.of("someone")))
        .as(Daily::new);
  }

  private static Arbitrary<List<Link>> links() {
    return Combinators.combine(
            Arbitraries.of(
                "https://github.com/a/b", "https://github.com/A/b", "https://a.github.io"),
            Arbitraries.of(LinkKind.CODE_REPO, LinkKind.PROJECT_PAGE),
            Arbitraries.of(LinkRole.class),
            Arbitraries.of(LinkState.class),
            Arbitraries.of(0.5, 0.9),
            optional(Arbitraries.of("sub/path")),
            evidence().list().ofMaxSize(2))
        .as(Link::new)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Evidence> evidence() {
    return Combinators.combine(
            Arbitraries.of("arxiv", "huggingface-daily-papers"),
            Arbitraries.of("abstract", "comments", "githubRepo"),
            Arbitraries.of(0, 3),
            Arbitraries.of("url", "declared", "declared-auto"))
        .as((source, field, at, rule) -> new Evidence(source, field, at, at + 2, "ab", rule));
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.of(
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        Instant.parse("2026-02-03T00:00:00Z"));
  }

  private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
    return values.optional();
  }
}
