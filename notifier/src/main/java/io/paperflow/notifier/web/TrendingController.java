package io.paperflow.notifier.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.paperflow.catalogue.feed.Feed;
import io.paperflow.catalogue.feed.FeedFormat;
import io.paperflow.catalogue.feed.FeedItem;
import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.live.Trends;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.notifier.trend.Trend;
import io.paperflow.notifier.trend.TrendList;
import java.net.URLEncoder;
import java.util.Map;

/** What rises, as pages, as JSON and as feeds. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrendingController {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Trends trends;
  private final Papers papers;
  private final HttpHostResolver host;

  TrendingController(Trends trends, Papers papers, HttpHostResolver host) {
    this.trends = trends;
    this.papers = papers;
    this.host = host;
  }

  /** The list of a day. */
  @Get("/trending")
  @Produces(HTML)
  ModelAndView<Map<String, Object>> day(HttpRequest<?> request) {
    return page(TrendingQuestion.of(request));
  }

  /** The list of a day, a week or a month. */
  @Get("/trending/{window}")
  @Produces(HTML)
  ModelAndView<Map<String, Object>> window(String window, HttpRequest<?> request) {
    return page(TrendingQuestion.of(request, window));
  }

  /** What rises within a day, a week or a month, now or at a moment that has passed. */
  @Get("/api/trending")
  @Produces(MediaType.APPLICATION_JSON)
  TrendingAnswer api(HttpRequest<?> request) {
    return answer(TrendingQuestion.of(request));
  }

  /** The same as an Atom feed. */
  @Get("/trending.atom")
  @Produces("application/atom+xml")
  HttpResponse<byte[]> atom(HttpRequest<?> request) {
    return feed(request, FeedFormat.ATOM);
  }

  /** The same as an RSS feed. */
  @Get("/trending.rss")
  @Produces("application/rss+xml")
  HttpResponse<byte[]> rss(HttpRequest<?> request) {
    return feed(request, FeedFormat.RSS);
  }

  /** The same as a JSON Feed. */
  @Get("/trending.json")
  @Produces("application/feed+json")
  HttpResponse<byte[]> json(HttpRequest<?> request) {
    return feed(request, FeedFormat.JSON);
  }

  private ModelAndView<Map<String, Object>> page(TrendingQuestion question) {
    return new ModelAndView<>(
        "trending", Map.of("page", TrendingView.of(question, answer(question)), "query", ""));
  }

  private TrendingAnswer answer(TrendingQuestion question) {
    TrendList list = trends.list(question.window(), question.at());
    Map<String, Paper> known = papers.find(list.trends().stream().map(Trend::paper).toList());
    return TrendingAnswer.of(list, known);
  }

  private HttpResponse<byte[]> feed(HttpRequest<?> request, FeedFormat format) {
    TrendingQuestion question = TrendingQuestion.of(request);
    String base = host.resolve(request);
    String self = request.getPath() + question.parameters();
    Feed feed =
        new Feed(
            "urn:paperflow:feed:" + URLEncoder.encode(self, UTF_8),
            "Trending papers of the " + question.window().label() + " · paperflow",
            base + self,
            base + "/trending/" + question.window().label(),
            answer(question).papers().stream()
                .flatMap(trend -> trend.paper().map(paper -> item(trend, paper, base)).stream())
                .limit(PageLinks.FEED_ITEMS)
                .toList());
    return HttpResponse.ok(format.write(feed))
        .contentType(format.mediaType() + ";charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static FeedItem item(TrendingPaper trend, Paper paper, String base) {
    return FeedItem.of(paper, base + PageLinks.paper(paper.id())).because(trend.why());
  }
}
