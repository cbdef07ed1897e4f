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
 * @param venue where it was accepted or published, in the source's words
 * @param keywords the authors' or the source's own
 * @param aiSummary a summary that a model wrote for the source
 * @param versions all the source lists, the first one first
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
    Optional<String> venue,
    List<String> keywords,
    Optional<String> aiSummary,
    List<Version> versions,
    Optional<Daily> daily,
    boolean withdrawn,
    List<Link> links) {

  public Content {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    keywords = List.copyOf(keywords);
    versions = List.copyOf(versions);
    links = LinkFusion.fuse(links);
  }
}
