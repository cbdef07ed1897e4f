package io.paperflow.indexer.fusion;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Total orders which agree with equals, so that the same statements give the same document wherever
 * and in whatever order they are merged.
 */
final class Orders {

  static final Comparator<Evidence> EVIDENCE =
      comparing(Trust::of)
          .thenComparing(Evidence::source)
          .thenComparing(Evidence::field)
          .thenComparingInt(Evidence::start)
          .thenComparingInt(Evidence::end)
          .thenComparing(Evidence::rule)
          .thenComparing(Evidence::raw);

  /** Of several claims about one link the first one decides. */
  static final Comparator<Link> CLAIM =
      comparing(Link::trust)
          .thenComparing(Link::confidence, Comparator.reverseOrder())
          .thenComparing(Link::url)
          .thenComparing(Link::kind)
          .thenComparing(Link::role)
          .thenComparing(Link::state)
          .thenComparing(Link::subPath, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Link::evidence, list(EVIDENCE));

  private static final Comparator<Daily> DAILY =
      comparing(Daily::upvotes, optional(Comparator.<Integer>naturalOrder()))
          .thenComparing(Daily::comments, optional(Comparator.<Integer>naturalOrder()))
          .thenComparing(Daily::date, optional(Comparator.naturalOrder()))
          .thenComparing(Daily::submittedBy, optional(Comparator.<String>naturalOrder()));

  private static final Comparator<Version> VERSION =
      comparingInt(Version::number)
          .thenComparing(Version::created, optional(Comparator.naturalOrder()))
          .thenComparing(Version::sourceType, optional(Comparator.<String>naturalOrder()));

  private static final Comparator<Author> AUTHOR =
      comparing(Author::name)
          .thenComparing(Author::affiliation, optional(Comparator.<String>naturalOrder()));

  /**
   * Of two contents of one source and one source time the greater one wins: the one with more
   * votes, which only grow, or which says more; what remains is settled by its text.
   */
  static final Comparator<Content> CONTENT =
      comparing(Content::daily, optional(DAILY))
          .thenComparingInt(c -> c.links().size())
          .thenComparingInt(c -> c.abstractText().map(String::length).orElse(0))
          .thenComparingInt(c -> c.authors().size())
          .thenComparing(Content::withdrawn)
          .thenComparing(Content::updated, optional(Comparator.naturalOrder()))
          .thenComparing(Content::published, optional(Comparator.naturalOrder()))
          .thenComparing(Content::title)
          .thenComparing(Content::abstractText, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::arxivId, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::doi, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::openreviewId, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::comments, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::journalRef, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::license, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::venue, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::keywords, list(Comparator.<String>naturalOrder()))
          .thenComparing(Content::aiSummary, optional(Comparator.<String>naturalOrder()))
          .thenComparing(Content::versions, list(VERSION))
          .thenComparing(Content::categories, list(Comparator.<String>naturalOrder()))
          .thenComparing(Content::authors, list(AUTHOR))
          .thenComparing(Content::links, list(CLAIM));

  private static final Comparator<Reading> READING =
      comparing(Reading::fetchedAt).thenComparing(Reading::uri).thenComparing(Reading::sha256);

  /** Of two statements of one voice the greater one is current; an earlier reading is kept. */
  static final Comparator<Statement> STATEMENT =
      comparing(Statement::sourceTime)
          .thenComparingInt(statement -> statement.reading().linkRules())
          .thenComparing(Statement::content, CONTENT)
          .thenComparing(Statement::reading, READING.reversed());

  private Orders() {}

  private static <T> Comparator<Optional<T>> optional(Comparator<? super T> order) {
    return (a, b) ->
        a.isPresent() && b.isPresent()
            ? order.compare(a.get(), b.get())
            : Boolean.compare(a.isPresent(), b.isPresent());
  }

  private static <T> Comparator<List<T>> list(Comparator<? super T> order) {
    Comparator<List<T>> bySize = comparingInt(List::size);
    return bySize.thenComparing(
        (a, b) -> {
          Iterator<T> others = b.iterator();
          return a.stream()
              .mapToInt(element -> order.compare(element, others.next()))
              .filter(c -> c != 0)
              .findFirst()
              .orElse(0);
        });
  }
}
