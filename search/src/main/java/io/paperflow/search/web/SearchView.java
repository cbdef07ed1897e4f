package io.paperflow.search.web;

import io.paperflow.catalogue.feed.FeedFormat;
import io.paperflow.catalogue.page.HitView;
import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of hits as it is shown. Public for the templates.
 *
 * @param total how many papers match
 * @param notice what to know about the hits; empty when they are what was asked for
 * @param ranked whether hits could be ordered by relevance
 * @param byDate whether they are ordered by date
 * @param byVotes whether they are ordered by votes
 * @param byStars whether they are ordered by the stars of their code
 * @param filters those in force, each with the address of the search without it
 * @param continued whether this is not the first page
 * @param exports the formats all hits can be had in
 * @param atom address of the search as a feed, as the two after it
 */
public record SearchView(
    String total,
    String notice,
    boolean ranked,
    boolean byDate,
    boolean byVotes,
    boolean byStars,
    String urlByRelevance,
    String urlByDate,
    String urlByVotes,
    String urlByStars,
    List<HitView> hits,
    List<FacetView> facets,
    List<Filter> filters,
    boolean continued,
    String firstPage,
    String atom,
    String rss,
    String jsonFeed,
    List<Export> exports,
    Optional<String> nextPage) {

  public SearchView {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    filters = List.copyOf(filters);
    exports = List.copyOf(exports);
  }

  /** A filter in force and the address of the search without it. */
  public record Filter(String label, String url) {}

  /** A format and the address of all hits in it. */
  public record Export(String label, String url) {}

  static SearchView of(SearchRequest request, SearchResult result) {
    return new SearchView(
        result.total() == 1 ? "1 paper" : Words.count(result.total()) + " papers",
        notice(request, result),
        !request.text().wanted().isEmpty(),
        request.order() == Order.DATE,
        request.order() == Order.VOTES,
        request.order() == Order.STARS,
        PageLinks.search(request.with(Order.RELEVANCE)),
        PageLinks.search(request.with(Order.DATE)),
        PageLinks.search(request.with(Order.VOTES)),
        PageLinks.search(request.with(Order.STARS)),
        result.hits().stream().map(HitView::of).toList(),
        FacetView.of(request, result.facets()),
        filters(request),
        request.cursor().isPresent(),
        PageLinks.search(request.at(Optional.empty())),
        PageLinks.feed(PageLinks.followed(request), FeedFormat.ATOM),
        PageLinks.feed(PageLinks.followed(request), FeedFormat.RSS),
        PageLinks.feed(PageLinks.followed(request), FeedFormat.JSON),
        exports(request),
        result.next().map(cursor -> PageLinks.search(request.at(Optional.of(cursor)))));
  }

  private static String notice(SearchRequest request, SearchResult result) {
    List<String> misread = request.text().misread();
    if (!misread.isEmpty() && result.matching() != Matching.TITLE) {
      return "%s cannot be read as a condition, so it was searched for as a word: see “How to search”."
          .formatted(String.join(", ", misread));
    }
    if (result.hits().isEmpty()) {
      return "";
    }
    return switch (result.matching()) {
      case EVERY_WORD, TITLE -> "";
      case SIMILAR -> "No paper has exactly these words. These have similar ones.";
      case CLOSEST -> "No paper has all of these words. These come closest.";
      case MEANING -> "No paper has these words. These are about what they mean.";
    };
  }

  private static List<Filter> filters(SearchRequest request) {
    Filters filters = request.filters();
    List<Filter> inForce = new ArrayList<>();
    filters
        .hasCode()
        .map(code -> code ? "With code" : "Without code")
        .map(label -> filter(label, request, filters.withHasCode(Optional.empty())))
        .ifPresent(inForce::add);
    dates(filters)
        .map(label -> filter(label, request, filters.withDates(Optional.empty(), Optional.empty())))
        .ifPresent(inForce::add);
    filters
        .language()
        .map(label -> filter(label, request, filters.withLanguage(Optional.empty())))
        .ifPresent(inForce::add);
    filters
        .license()
        .map(label -> filter(label, request, filters.withLicense(Optional.empty())))
        .ifPresent(inForce::add);
    filters
        .minStars()
        .map(stars -> "★ " + stars + " or more")
        .map(label -> filter(label, request, filters.withMinStars(Optional.empty())))
        .ifPresent(inForce::add);
    filters
        .category()
        .map(label -> filter(label, request, filters.withCategory(Optional.empty())))
        .ifPresent(inForce::add);
    filters
        .source()
        .map(Words::source)
        .map(label -> filter(label, request, filters.withSource(Optional.empty())))
        .ifPresent(inForce::add);
    return inForce;
  }

  private static List<Export> exports(SearchRequest request) {
    return List.of(
        new Export("BibTeX", PageLinks.export(request, "bib")),
        new Export("RIS", PageLinks.export(request, "ris")),
        new Export("CSL-JSON", PageLinks.export(request, "csl.json")),
        new Export("CSV", PageLinks.export(request, "csv")),
        new Export("NDJSON", PageLinks.export(request, "ndjson")),
        new Export("Code links", PageLinks.export(request, "links.json")));
  }

  private static Filter filter(String label, SearchRequest request, Filters without) {
    return new Filter(label, PageLinks.search(request.with(without)));
  }

  private static Optional<String> dates(Filters filters) {
    Optional<String> from = filters.from().map(Words::day);
    Optional<String> to = filters.to().map(Words::day);
    if (wholeYear(filters)) {
      return filters.from().map(LocalDate::getYear).map(String::valueOf);
    }
    if (from.isPresent() && to.isPresent()) {
      return Optional.of(from.get() + " – " + to.get());
    }
    return from.map(day -> "From " + day).or(() -> to.map(day -> "Until " + day));
  }

  private static boolean wholeYear(Filters filters) {
    return filters.from().filter(day -> day.getDayOfYear() == 1).isPresent()
        && filters.from().map(day -> day.plusYears(1).minusDays(1)).equals(filters.to());
  }
}
