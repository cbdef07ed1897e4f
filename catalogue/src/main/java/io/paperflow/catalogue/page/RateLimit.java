package io.paperflow.catalogue.page;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import java.time.InstantSource;
import java.util.Optional;

/** Refuses clients that ask too often; health and metrics are not counted. */
@ServerFilter({
  "/",
  "/search",
  "/papers/**",
  "/papers.*",
  "/feed.*",
  "/daily/**",
  "/sources",
  "/trending/**",
  "/trending.*",
  "/follow/**",
  "/digest",
  "/api/**"
})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RateLimit {

  private final RequestRates rates;
  private final HttpClientAddressResolver clients;
  private final ErrorAnswers answers;

  RateLimit(
      @Value("${paperflow.search.requests-per-minute:6000}") int most,
      InstantSource clock,
      HttpClientAddressResolver clients,
      ErrorAnswers answers) {
    this.rates = new RequestRates(most, clock);
    this.clients = clients;
    this.answers = answers;
  }

  @RequestFilter
  Optional<HttpResponse<?>> refuse(HttpRequest<?> request) {
    String client = Optional.ofNullable(clients.resolve(request)).orElse("");
    return rates
        .count(client)
        .map(
            wait ->
                answers.processResponse(
                    ErrorContext.builder(request)
                        .errorMessage("Too many requests from here: wait for the next minute")
                        .build(),
                    HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(wait.plusMillis(999).toSeconds()))));
  }
}
