package io.paperflow.search.web;

import io.paperflow.catalogue.page.CodeView;
import io.paperflow.catalogue.page.DateView;
import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.LinkedText;
import io.paperflow.catalogue.paper.LinkedText.Segment;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.WebAddress;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.search.export.Exports;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A paper as its page shows it. Public for the templates.
 *
 * @param identifiers its names, each with the address that resolves it
 * @param abstractText empty when none is known
 * @param code its repositories, with what their forges say
 * @param bibtex the paper as an entry for BibTeX
 * @param times when what happened to it
 */
public record PaperView(
    String title,
    List<AuthorView> authors,
    List<Reference> identifiers,
    List<Reference> categories,
    List<Segment> abstractText,
    List<Segment> comments,
    Optional<String> venue,
    Optional<String> journalRef,
    List<CodeView> code,
    List<LinkView> links,
    List<Reference> sources,
    List<DateView> times,
    Optional<DailyView> daily,
    Optional<Reference> license,
    String json,
    String bibtex,
    boolean withdrawn) {

  public PaperView {
    authors = List.copyOf(authors);
    identifiers = List.copyOf(identifiers);
    categories = List.copyOf(categories);
    abstractText = List.copyOf(abstractText);
    comments = List.copyOf(comments);
    code = List.copyOf(code);
    links = List.copyOf(links);
    sources = List.copyOf(sources);
    times = List.copyOf(times);
  }

  /** An author with the affiliation, empty when unknown. */
  public record AuthorView(String name, String affiliation) {}

  /** Something with a name, and an address when a page may link to it. */
  public record Reference(String label, Optional<String> url) {}

  /** The place on a daily list. */
  public record DailyView(String date, Optional<Integer> upvotes, Optional<Integer> comments) {}

  static PaperView of(Paper paper) {
    return new PaperView(
        paper.title(),
        paper.authors().stream().map(PaperView::author).toList(),
        identifiers(paper),
        paper.categories().stream()
            .map(c -> search(c, Filters.NONE.withCategory(Optional.of(c))))
            .toList(),
        text("abstract", paper.abstractText(), paper),
        text("comments", paper.comments(), paper),
        paper.venue(),
        paper.journalRef(),
        CodeView.ofPaper(paper.repositories()),
        paper.links().stream().map(LinkView::of).toList(),
        paper.sources().stream()
            .map(s -> search(Words.source(s), Filters.NONE.withSource(Optional.of(s))))
            .toList(),
        times(paper),
        paper
            .daily()
            .map(
                d -> new DailyView(d.date().map(Words::day).orElse(""), d.upvotes(), d.comments())),
        paper.license().map(url -> external(url.replaceFirst("^https?://", ""), url)),
        "/api" + PageLinks.paper(paper.id()),
        Exports.bibtex(paper),
        paper.withdrawn());
  }

  private static AuthorView author(Author author) {
    return new AuthorView(author.name(), author.affiliation().orElse(""));
  }

  private static List<Reference> identifiers(Paper paper) {
    return Stream.of(
            paper.arxivId().map(id -> external("arXiv:" + id, "https://arxiv.org/abs/" + id)),
            paper.doi().map(doi -> external("doi:" + doi, "https://doi.org/" + doi)),
            paper
                .openreviewId()
                .map(id -> external("OpenReview", "https://openreview.net/forum?id=" + id)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Segment> text(String field, Optional<String> text, Paper paper) {
    return text.map(t -> LinkedText.of(field, t, paper.links()).segments()).orElse(List.of());
  }

  private static List<DateView> times(Paper paper) {
    return Stream.of(
            DateView.day("Published", paper.published()),
            DateView.day("Updated", paper.updated()),
            DateView.minute("First seen here", paper.firstSeen()),
            DateView.minute("Last indexed", paper.indexedAt()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Reference external(String label, String url) {
    return new Reference(label, WebAddress.of(url));
  }

  private static Reference search(String label, Filters filters) {
    return new Reference(label, Optional.of(PageLinks.search(filters)));
  }
}
