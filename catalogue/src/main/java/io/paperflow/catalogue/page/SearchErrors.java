package io.paperflow.catalogue.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.catalogue.query.InvalidSearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The status that goes with each failure of a search. */
@Controller
final class SearchErrors {

  private static final Logger LOG = LoggerFactory.getLogger(SearchErrors.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final ErrorAnswers answers;

  SearchErrors(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Error(global = true)
  HttpResponse<?> invalid(HttpRequest<?> request, InvalidSearchException failure) {
    return answer(request, failure, HttpResponse.badRequest());
  }

  @Error(global = true)
  HttpResponse<?> unavailable(HttpRequest<?> request, IndexUnavailableException failure) {
    LOG.warn("{} ({})", failure.getMessage(), String.valueOf(failure.getCause()));
    return answer(
        request,
        failure,
        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
  }

  private HttpResponse<?> answer(
      HttpRequest<?> request, RuntimeException failure, MutableHttpResponse<?> status) {
    return answers.processResponse(
        ErrorContext.builder(request)
            .cause(failure)
            .errorMessage(String.valueOf(failure.getMessage()))
            .build(),
        status);
  }
}
