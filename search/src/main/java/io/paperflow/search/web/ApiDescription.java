package io.paperflow.search.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Describes the API: the OpenAPI document that the build wrote, and a page of it. */
@Hidden
@Controller
final class ApiDescription {

  private static final String DOCUMENT = "/META-INF/swagger/openapi.json";

  private final byte[] document;
  private final String about;
  private final List<CallView> calls;

  ApiDescription(ObjectMapper mapper) {
    try (InputStream in = ApiDescription.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException(DOCUMENT + " is missing from the jar: build it again");
      }
      document = in.readAllBytes();
      JsonNode root = mapper.readTree(document);
      about = root.at("/info/description").asText();
      calls = CallView.of(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Get("/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  byte[] document() {
    return document;
  }

  @Get("/api")
  @Produces(PageController.HTML)
  ModelAndView<Map<String, Object>> page() {
    return new ModelAndView<>("api", Map.of("about", about, "calls", calls, "query", ""));
  }
}
