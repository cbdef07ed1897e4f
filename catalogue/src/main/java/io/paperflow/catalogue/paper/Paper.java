package io.paperflow.catalogue.paper;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper with everything its sources and the forges say. Its JSON is both the document in the
 * index, as far as it is shown, and the answer of the API; lists are never missing, the rest is
 * left out when unknown.
 *
 * @param id such as {@code arxiv:2401.12345}, {@code doi:10.…}, {@code openreview:…}, {@code
 *     title:…}
 * @param abstractText as the source gave it, line ends included
 * @param categories the primary one first
 * @param comments the author's comment
 * @param license the licence's address
 * @param venue where it was accepted or published
 * @param aiSummary a summary that a model wrote for a source
 * @param models models, datasets and spaces of which the forge has told something
 * @param sources names of those which say something about it
 * @param code of the paper's first own repository, when its forge has told something
 * @param hasCode whether a code repository is known
 * @param firstSeen when it first arrived here
 * @param indexedAt when its document was last written
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Paper(
    String id,
    Optional<String> arxivId,
    Optional<String> doi,
    Optional<String> openreviewId,
    String title,
    @JsonProperty("abstract") Optional<String> abstractText,
    List<Author> authors,
    @JsonFormat(shape = STRING) Optional<Instant> published,
    @JsonFormat(shape = STRING) Optional<Instant> updated,
    List<String> categories,
    Optional<String> comments,
    Optional<String> journalRef,
    Optional<String> license,
    Optional<String> venue,
    List<String> keywords,
    Optional<String> aiSummary,
    boolean withdrawn,
    List<String> sources,
    Optional<DailyListing> daily,
    List<Link> links,
    List<Repository> repositories,
    List<Model> models,
    Optional<CodeSummary> code,
    boolean hasCode,
    @JsonFormat(shape = STRING) Optional<Instant> firstSeen,
    @JsonFormat(shape = STRING) Optional<Instant> indexedAt,
    Optional<Freshness> freshness) {

  public Paper {
    authors = List.copyOf(requireNonNullElse(authors, List.of()));
    categories = List.copyOf(requireNonNullElse(categories, List.of()));
    sources = List.copyOf(requireNonNullElse(sources, List.of()));
    links = List.copyOf(requireNonNullElse(links, List.of()));
    repositories = List.copyOf(requireNonNullElse(repositories, List.of()));
    keywords = List.copyOf(requireNonNullElse(keywords, List.of()));
    models = List.copyOf(requireNonNullElse(models, List.of()));
  }
}
