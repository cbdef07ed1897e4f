package io.paperflow.search.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.search.paper.Paper;
import io.paperflow.search.query.PaperIndex;

/** Papers as JSON. */
@Controller("/api")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchApi {

  private static final int SIMILAR = 10;

  private final PaperIndex papers;

  SearchApi(PaperIndex papers) {
    this.papers = papers;
  }

  /** One page of a search; parameters as {@link SearchParameters} reads them. */
  @Get("/search")
  SearchAnswer search(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    return SearchAnswer.of(papers.search(SearchParameters.read(parameters::getFirst)));
  }

  /** One paper by any of its identifiers. */
  @Get("/papers/{+id}")
  Paper paper(String id) {
    return found(id);
  }

  /** Papers about the same as the one with an identifier. */
  @Get("/similar/{+id}")
  SimilarAnswer similar(String id) {
    return new SimilarAnswer(papers.similar(found(id), SIMILAR));
  }

  private Paper found(String id) {
    return papers
        .find(id)
        .orElseThrow(
            () -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no paper " + id));
  }
}
