package io.paperflow.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.enricher.links.FoundLink;
import io.paperflow.enricher.links.LinkFinder;
import java.util.Locale;
import java.util.Optional;

/** Answers a line of JSON that holds a text with a line of JSON that holds its links. */
final class LinkLines {

  /**
   * What a line gives.
   *
   * @param json one line
   * @param problem why the line could not be read
   */
  record Answer(String json, Optional<String> problem) {}

  private static final String DEFAULT_FIELD = "abstract";

  private final ObjectMapper json = new ObjectMapper();
  private final LinkFinder finder;

  LinkLines(LinkFinder finder) {
    this.finder = finder;
  }

  Answer to(String line) {
    JsonNode given;
    try {
      given = json.readTree(line);
    } catch (JsonProcessingException e) {
      return problem("no JSON: " + e.getOriginalMessage());
    }
    JsonNode text = given.path("text");
    if (!text.isTextual()) {
      return problem("no object with a string \"text\"");
    }
    return links(given.path("field").asText(DEFAULT_FIELD), text.asText());
  }

  private Answer links(String field, String text) {
    ObjectNode answer = json.createObjectNode();
    ArrayNode links = answer.putArray("links");
    int at = 0;
    int points = 0;
    for (FoundLink link : finder.links(field, text)) {
      points += text.codePointCount(at, link.start());
      at = link.start();
      links
          .addObject()
          .put("url", link.url())
          .put("kind", lower(link.kind()))
          .put("role", lower(link.role()))
          .put("state", lower(link.state()))
          .put("confidence", Math.round(link.confidence() * 1000) / 1000.0)
          .put("raw", link.raw())
          .put("start", points)
          .put("rule", link.rule());
    }
    return new Answer(answer.toString(), Optional.empty());
  }

  private Answer problem(String problem) {
    ObjectNode answer = json.createObjectNode();
    answer.putArray("links");
    return new Answer(answer.put("error", problem).toString(), Optional.of(problem));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
