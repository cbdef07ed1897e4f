package io.paperflow.search.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.paperflow.catalogue.page.HitView;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.Period;
import io.paperflow.catalogue.query.SearchRequest;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Papers as pages. */
@Hidden
@Controller
@Produces(PageController.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {

  static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private static final int NEWEST = 10;
  private static final int SIMILAR = 5;

  private final PaperIndex papers;

  PageController(PaperIndex papers) {
    this.papers = papers;
  }

  @Get
  ModelAndView<Map<String, Object>> home() {
    SearchRequest newest = SearchRequest.newest(NEWEST);
    return new ModelAndView<>(
        "home", Map.of("page", SearchView.of(newest, papers.search(newest)), "query", ""));
  }

  @Get("/search")
  ModelAndView<Map<String, Object>> search(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchRequest search = SearchParameters.read(parameters::getFirst);
    return new ModelAndView<>(
        "search",
        Map.of(
            "page", SearchView.of(search, papers.search(search)), "query", search.text().text()));
  }

  @Get("/papers/{+id}")
  ModelAndView<Map<String, Object>> paper(String id) {
    return papers
        .find(id)
        .map(
            paper ->
                new ModelAndView<Map<String, Object>>(
                    "paper",
                    Map.of("paper", PaperView.of(paper), "similar", similar(paper), "query", "")))
        .orElseThrow(
            () -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no paper " + id));
  }

  /** The newest daily list. */
  @Get("/daily")
  HttpResponse<?> newestList() {
    return papers
        .newestList()
        .map(day -> HttpResponse.temporaryRedirect(URI.create("/daily/" + day)))
        .orElseThrow(
            () -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no daily list yet"));
  }

  /** The daily lists of a day, a week or a month. */
  @Get("/daily/{period}")
  ModelAndView<Map<String, Object>> list(String period, HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchRequest list = SearchParameters.list(period, parameters::getFirst);
    return new ModelAndView<>(
        "daily",
        Map.of(
            "page",
            SearchView.of(list, papers.search(list)),
            "list",
            ListView.of(Period.named(period).orElseThrow()),
            "query",
            ""));
  }

  @Get("/sources")
  ModelAndView<Map<String, Object>> sources() {
    return new ModelAndView<>(
        "sources",
        Map.of("sources", papers.sources().stream().map(SourceView::of).toList(), "query", ""));
  }

  private List<HitView> similar(Paper paper) {
    return papers.similar(paper, SIMILAR).stream().map(other -> HitView.of(other, "")).toList();
  }
}
