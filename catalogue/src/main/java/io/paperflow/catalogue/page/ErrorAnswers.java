package io.paperflow.catalogue.page;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every error as an answer: a page for those who look at pages, a {@link Problem} for programs. An
 * unexpected one tells nothing about the inside; the log has it.
 */
@Singleton
public final class ErrorAnswers implements ErrorResponseProcessor<Object> {

  private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> views;
  private final List<PageArea> pages;

  ErrorAnswers(ViewsRenderer<Map<String, Object>, HttpRequest<?>> views, List<PageArea> pages) {
    this.views = views;
    this.pages = List.copyOf(pages);
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

  private boolean wantsPage(HttpRequest<?> request) {
    String path = request.getPath();
    return pages.stream().anyMatch(area -> area.owns(path))
        || (!path.startsWith("/api/")
            && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals));
  }
}
