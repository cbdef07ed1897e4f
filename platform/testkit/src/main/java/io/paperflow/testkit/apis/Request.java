package io.paperflow.testkit.apis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server was asked.
 *
 * @param server its address, without a path
 * @param target path and query as they came
 * @param path decoded
 * @param parameters decoded, in their order; of several values the last
 * @param distortion what shall be wrong with the answer's content
 */
public record Request(
    Api api,
    URI server,
    String target,
    String path,
    Map<String, String> parameters,
    Distortion distortion) {

  static Request of(Api api, URI server, URI asked) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = Optional.ofNullable(asked.getRawQuery()).orElse("");
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Request(api, server, asked.toString(), asked.getPath(), parameters, Distortion.NONE);
  }

  Request distorted(Distortion how) {
    return new Request(api, server, target, path, parameters, how);
  }

  /** A parameter that is there and not empty. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** A parameter that is a number of at least 0; another value counts as absent. */
  int number(String name, int otherwise) {
    return parameter(name)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  /** What follows in the path, when it begins so. */
  Optional<String> after(String prefix) {
    return path.startsWith(prefix)
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
