package io.paperflow.fetcher.sources.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses below a base address. */
public final class Addresses {

  private Addresses() {}

  /** The address of a path below the base; the path is taken as it is. */
  public static URI below(URI base, String path) {
    String above = base.toString();
    return URI.create(
        (above.endsWith("/") ? above.substring(0, above.length() - 1) : above) + "/" + path);
  }

  /** The address with a query of these parameters, in their order. */
  public static URI query(URI address, Map<String, String> parameters) {
    return URI.create(
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + encoded(p.getValue()))
            .collect(Collectors.joining("&", address + "?", "")));
  }

  /** The text as it may stand in a query or, when it has no blanks, in a path. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
