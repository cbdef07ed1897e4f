package io.paperflow.catalogue.page;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Lets browsers do nothing but show the page and send its forms, whatever a text may hold. An
 * answer that brings its own policy keeps it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders {

  private static final String CSP = "Content-Security-Policy";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @ResponseFilter
  void add(MutableHttpResponse<?> response) {
    if (!response.getHeaders().contains(CSP)) {
      response.header(CSP, POLICY);
    }
    // With "no-referrer" a browser sends our own forms with the origin "null", which is refused.
    response.header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "same-origin");
  }
}
