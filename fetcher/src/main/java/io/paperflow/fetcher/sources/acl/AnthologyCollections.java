package io.paperflow.fetcher.sources.acl;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.fetcher.sources.page.JsonPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The collections of the Anthology, as the listing of the repository's folder names them. */
final class AnthologyCollections {

  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?((?:\\d{4}\\.[A-Za-z0-9_-]+)|(?:[A-Z]\\d{2}))\\.xml");

  /** Files named by year have it in front, older ones as two digits after a letter. */
  private static final Pattern YEAR = Pattern.compile("(\\d{4})\\..*|[A-Z](\\d{2})");

  private static final int FIRST_TWO_DIGITS = 50;

  private AnthologyCollections() {}

  /**
   * Names in order, of the tree of a folder or of its content (https://docs.github.com/en/rest);
   * empty when it is neither.
   */
  static Optional<List<String>> read(byte[] bytes) {
    return JsonPage.read(bytes).flatMap(AnthologyCollections::names);
  }

  private static Optional<List<String>> names(JsonNode listing) {
    JsonNode files = listing.isArray() ? listing : listing.path("tree");
    if (!files.isArray()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode file : files) {
      Matcher name = FILE.matcher(file.path("path").asText());
      if (name.matches()) {
        names.add(name.group(1));
      }
    }
    return Optional.of(names.stream().sorted().distinct().toList());
  }

  /** The year of a collection: that of {@code J89} is 1989, that of {@code D19} 2019. */
  static int year(String collection) {
    Matcher year = YEAR.matcher(collection);
    if (!year.matches()) {
      return 0;
    }
    if (year.group(1) != null) {
      return Integer.parseInt(year.group(1));
    }
    int digits = Integer.parseInt(year.group(2));
    return digits < FIRST_TWO_DIGITS ? 2000 + digits : 1900 + digits;
  }
}
