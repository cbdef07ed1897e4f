package io.paperflow.search.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.views.ViewsRenderer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every error as an answer: a page for those who look at pages, a {@link Problem} for programs. An
 * unexpected one tells nothing about the inside; the log has it.
 */
@Singleton
final class ErrorAnswers implements ErrorResponseProcessor<Object> {

  private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> views;

  ErrorAnswers(ViewsRenderer<Map<String, Object>, HttpRequest<?>> views) {
    this.views = views;
  }

  @Override
  @SuppressWarnings("unchecked") // The type of an answer is that of its body, which is set here.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> answer) {
    MutableHttpResponse<Object> response = (MutableHttpResponse<Object>) answer;
    HttpRequest<?> request = context.getRequest();
    if (request.getMethod() == HttpMethod.HEAD) {
      return response;
    }
    Problem problem = new Problem(response.reason(), response.code(), detail(context, response));
    if (wantsPage(request)) {
      response.body(views.render("error", Map.of("problem", problem, "query", ""), request));
      return response.contentType(MediaType.TEXT_HTML_TYPE).characterEncoding("utf-8");
    }
    response.body(problem);
    return response.contentType(Problem.MEDIA_TYPE);
  }

  private static String detail(ErrorContext context, MutableHttpResponse<?> response) {
    if (response.code() == HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return "Something went wrong here. Trying again may help.";
    }
    return context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    String path = request.getPath();
    return PageController.owns(path)
        || (!path.startsWith("/api/")
            && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals));
  }
}
