package io.paperflow.search.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A call of the API as the page shows it. Public for the templates.
 *
 * @param example whether the path can be called as it stands
 * @param answer media type
 */
public record CallView(
    String path, String summary, boolean example, String answer, List<ParameterView> parameters) {

  public CallView {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter of it.
   *
   * @param type with the values or bounds that it has
   */
  public record ParameterView(String name, String type, String description) {

    private static ParameterView of(JsonNode parameter) {
      JsonNode schema = parameter.path("schema");
      String type = schema.path("type").asText();
      if (schema.has("enum")) {
        type = String.join(", ", schema.path("enum").valueStream().map(JsonNode::asText).toList());
      } else if (schema.has("maximum")) {
        type +=
            " %s to %s".formatted(schema.path("minimum").asText(), schema.path("maximum").asText());
      }
      return new ParameterView(
          parameter.path("name").asText(), type, parameter.path("description").asText());
    }
  }

  /** All calls of an OpenAPI document. */
  static List<CallView> of(JsonNode document) {
    return document.path("paths").properties().stream().map(CallView::call).toList();
  }

  private static CallView call(Map.Entry<String, JsonNode> path) {
    JsonNode call = path.getValue().path("get");
    return new CallView(
        path.getKey(),
        call.path("summary").asText(),
        path.getKey().indexOf('{') < 0,
        call.at("/responses/200/content")
            .propertyStream()
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(""),
        call.path("parameters").valueStream().map(ParameterView::of).toList());
  }
}
