package io.paperflow.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.search.export.Export;
import io.paperflow.search.export.Exports;
import java.util.Map;

/** All papers of a search as a file. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

  private final PaperIndex papers;
  private final Exports exports;

  ExportController(PaperIndex papers, ObjectMapper mapper) {
    this.papers = papers;
    exports = new Exports(mapper);
  }

  /** All hits of a search as a file: bib, ris, csl.json, csv, ndjson or links.json. */
  @Get("/papers.{suffix}")
  @SearchQuery
  StreamedFile export(String suffix, HttpRequest<?> request) {
    Export export =
        exports
            .bySuffix(suffix)
            .orElseThrow(
                () ->
                    new HttpStatusException(
                        HttpStatus.NOT_FOUND, "There is no export of the kind " + suffix));
    HttpParameters parameters = request.getParameters();
    return new StreamedFile(
            ExportedPages.open(papers, SearchParameters.read(parameters::getFirst), export),
            new MediaType(export.mediaType(), Map.of(MediaType.CHARSET_PARAMETER, UTF_8.name())))
        .attach("papers." + suffix);
  }
}
