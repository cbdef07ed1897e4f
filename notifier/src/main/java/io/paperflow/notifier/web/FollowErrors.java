package io.paperflow.notifier.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.paperflow.catalogue.page.ErrorAnswers;
import io.paperflow.notifier.follow.Follows;

/** The status that goes with what only those who follow can do wrong. */
@Controller
final class FollowErrors {

  private static final String AN_HOUR = "3600";

  private final ErrorAnswers answers;

  FollowErrors(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Error(global = true)
  HttpResponse<?> tooMany(HttpRequest<?> request, Follows.TooManyException failure) {
    return answers.processResponse(
        ErrorContext.builder(request)
            .cause(failure)
            .errorMessage(String.valueOf(failure.getMessage()))
            .build(),
        HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", AN_HOUR));
  }
}
