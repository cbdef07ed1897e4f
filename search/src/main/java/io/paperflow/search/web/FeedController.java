package io.paperflow.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.catalogue.feed.Feed;
import io.paperflow.catalogue.feed.FeedFormat;
import io.paperflow.catalogue.feed.FeedItem;
import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.query.Hit;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Any search as a feed: what arrived last comes first. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {

  private static final String ORDER = "arrival";

  private final PaperIndex papers;
  private final HttpHostResolver host;

  FeedController(PaperIndex papers, HttpHostResolver host) {
    this.papers = papers;
    this.host = host;
  }

  /** A search as an Atom feed, the last arrival first. */
  @Get("/feed.atom")
  @SearchQuery
  @Produces("application/atom+xml")
  HttpResponse<byte[]> atom(HttpRequest<?> request) {
    return answer(request, FeedFormat.ATOM);
  }

  /** A search as an RSS feed, the last arrival first. */
  @Get("/feed.rss")
  @SearchQuery
  @Produces("application/rss+xml")
  HttpResponse<byte[]> rss(HttpRequest<?> request) {
    return answer(request, FeedFormat.RSS);
  }

  /** A search as a JSON Feed, the last arrival first. */
  @Get("/feed.json")
  @SearchQuery
  @Produces("application/feed+json")
  HttpResponse<byte[]> json(HttpRequest<?> request) {
    return answer(request, FeedFormat.JSON);
  }

  private HttpResponse<byte[]> answer(HttpRequest<?> request, FeedFormat format) {
    SearchRequest search = SearchParameters.read(parameters(request));
    byte[] body = format.write(feed(request, search, format));
    String tag = "\"" + UUID.nameUUIDFromBytes(body) + "\"";
    boolean known =
        request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .anyMatch(tags -> tags.contains(tag) || tags.strip().equals("*"));
    return (known
            ? HttpResponse.<byte[]>notModified()
            : HttpResponse.ok(body).contentType(format.mediaType() + ";charset=utf-8"))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** A feed has one page. */
  private static Function<String, Optional<String>> parameters(HttpRequest<?> request) {
    Function<String, Optional<String>> given =
        name -> request.getParameters().getFirst(name).filter(value -> !value.isBlank());
    return name ->
        switch (name) {
          case "cursor" -> Optional.empty();
          case "sort" -> given.apply(name).or(() -> Optional.of(ORDER));
          case "size" ->
              given.apply(name).or(() -> Optional.of(Integer.toString(PageLinks.FEED_ITEMS)));
          default -> given.apply(name);
        };
  }

  private Feed feed(HttpRequest<?> request, SearchRequest search, FeedFormat format) {
    String base = host.resolve(request);
    String self = PageLinks.feed(search, format);
    String asked = search.text().text();
    SearchResult result = papers.search(search);
    // Nobody asks for a second page.
    result.next().ifPresent(papers::forget);
    return new Feed(
        "urn:paperflow:feed:" + URLEncoder.encode(self, UTF_8),
        asked.isEmpty() ? "Papers · paperflow" : asked + " · paperflow",
        base + self,
        base + PageLinks.search(search),
        found(result).stream()
            .map(Hit::paper)
            .map(paper -> FeedItem.of(paper, base + PageLinks.paper(paper.id())))
            .toList());
  }

  /** Who follows a search wants nothing that merely resembles it. */
  private static List<Hit> found(SearchResult result) {
    return result.matching() == Matching.EVERY_WORD || result.matching() == Matching.TITLE
        ? result.hits()
        : List.of();
  }
}
