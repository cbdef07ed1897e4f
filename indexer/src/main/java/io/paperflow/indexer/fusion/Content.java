package io.paperflow.indexer.fusion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a paper: by one source in a {@link Statement}, by all of them in {@link
 * PaperDocument#content()}.
 *
 * @param abstractText the abstract
 * @param categories the source's own codes, the primary one first
 * @param comments the author's comment
 * @param license the licence's address
 * @param links each once, the most trusted first
 */
public record Content(
    Optional<String> arxivId,
    Optional<String> doi,
    Optional<String> openreviewId,
    String title,
    Optional<String> abstractText,
    List<Author> authors,
    Optional<Instant> published,
    Optional<Instant> updated,
    List<String> categories,
    Optional<String> comments,
    Optional<String> journalRef,
    Optional<String> license,
    Optional<Daily> daily,
    boolean withdrawn,
    List<Link> links) {

  public Content {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    links = LinkFusion.fuse(links);
  }
}
