package io.paperflow.search.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.catalogue.paper.Link;
import io.paperflow.catalogue.paper.Model;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.Repository;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.SourceState;
import io.paperflow.catalogue.query.Suggestion;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.util.List;
import java.util.Optional;

/** Papers as JSON. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "paperflow",
            version = "0.1.0",
            description =
                "New research papers with their code. Errors are application/problem+json:"
                    + " 400 for what cannot be understood, 404 for what is not there, 429 with"
                    + " Retry-After for too many requests, 503 while the index does not answer."))
@Controller("/api")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchApi {

  private static final int SIMILAR = 10;
  private static final int SUGGESTIONS = 8;
  private static final int NAMING = 100;

  private final PaperIndex papers;

  SearchApi(PaperIndex papers) {
    this.papers = papers;
  }

  /** One page of a search. */
  @Get("/search")
  @SearchQuery
  SearchAnswer search(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    return SearchAnswer.of(papers.search(SearchParameters.read(parameters::getFirst)));
  }

  /** One paper by any of its identifiers. */
  @Get("/papers/{id:.+}")
  Paper paper(String id) {
    return found(id);
  }

  /** The links of a paper, and what forges say of them. */
  @Get("/links/{id:.+}")
  LinksAnswer links(String id) {
    return LinksAnswer.of(found(id));
  }

  /** Papers about the same as the one with an identifier. */
  @Get("/similar/{id:.+}")
  PapersAnswer similar(String id) {
    return new PapersAnswer(papers.similar(found(id), SIMILAR));
  }

  /** A repository with the newest papers that name it; its address without https://. */
  @Get("/repositories/{address:.+}")
  RepositoryAnswer repository(String address) {
    String url = "https://" + address;
    return RepositoryAnswer.of(url, papers.naming(url, NAMING))
        .orElseThrow(
            () ->
                new HttpStatusException(
                    HttpStatus.NOT_FOUND, "No paper names the repository " + url));
  }

  /** What a text that is being typed could become. */
  @Get("/suggest")
  List<Suggestion> suggest(@QueryValue(defaultValue = "") String q) {
    return papers.suggest(q, SUGGESTIONS);
  }

  /** The sources, and how fresh they are. */
  @Get("/sources")
  List<SourceState> sources() {
    return papers.sources();
  }

  /** The papers of the newest daily list. */
  @Get("/daily")
  @ListQuery
  SearchAnswer newestList(HttpRequest<?> request) {
    return papers
        .newestList()
        .map(day -> list(day.toString(), request))
        .orElseThrow(
            () -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no daily list yet"));
  }

  /** The papers of a day's, a week's or a month's daily lists, those with most votes first. */
  @Get("/daily/{period}")
  @ListQuery
  SearchAnswer list(String period, HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    return SearchAnswer.of(papers.search(SearchParameters.list(period, parameters::getFirst)));
  }

  private Paper found(String id) {
    return papers
        .find(id)
        .orElseThrow(
            () -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no paper " + id));
  }

  /**
   * Some papers.
   *
   * @param hits the first the most similar or newest one
   */
  record PapersAnswer(List<Paper> hits) {

    PapersAnswer {
      hits = List.copyOf(hits);
    }
  }

  /** What a paper links to. */
  record LinksAnswer(
      String id, List<Link> links, List<Repository> repositories, List<Model> models) {

    static LinksAnswer of(Paper paper) {
      return new LinksAnswer(paper.id(), paper.links(), paper.repositories(), paper.models());
    }
  }

  /**
   * A repository.
   *
   * @param repository as the newest of the papers has it
   * @param papers those that name it, the newest first
   */
  record RepositoryAnswer(Repository repository, List<Paper> papers) {

    static Optional<RepositoryAnswer> of(String url, List<Paper> papers) {
      return papers.stream()
          .flatMap(paper -> paper.repositories().stream())
          .filter(repository -> repository.url().equalsIgnoreCase(url))
          .findFirst()
          .map(repository -> new RepositoryAnswer(repository, papers));
    }
  }
}
