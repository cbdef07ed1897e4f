package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.ShownPaper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of records is asked for.
 *
 * @param skip how many records came before
 */
record OaiQuery(
    Map<String, String> arguments,
    String format,
    Optional<String> set,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    int skip) {

  static final Set<String> FORMATS = Set.of("arXiv", "arXivRaw", "oai_dc");
  private static final Set<String> LEGAL =
      Set.of("verb", "metadataPrefix", "set", "from", "until", OaiTokens.SKIP);

  /** Reads the arguments of a request or a token. */
  static OaiOutcome<OaiQuery> parse(Map<String, String> arguments) {
    Map<String, String> given = new LinkedHashMap<>(arguments);
    given.values().removeIf(String::isEmpty);
    Optional<String> illegal = given.keySet().stream().filter(a -> !LEGAL.contains(a)).findFirst();
    if (illegal.isPresent()) {
      return OaiOutcome.failed(OaiError.badArgument("Illegal argument " + illegal.get()));
    }
    Optional<String> format = Optional.ofNullable(given.get("metadataPrefix"));
    if (format.isEmpty()) {
      return OaiOutcome.failed(OaiError.badArgument("metadataPrefix is missing"));
    }
    if (!FORMATS.contains(format.get())) {
      return OaiOutcome.failed(OaiError.UNKNOWN_FORMAT);
    }
    try {
      return OaiOutcome.of(
          new OaiQuery(
              given,
              format.get(),
              Optional.ofNullable(given.get("set")),
              Optional.ofNullable(given.get("from")).map(LocalDate::parse),
              Optional.ofNullable(given.get("until")).map(LocalDate::parse),
              Integer.parseInt(given.getOrDefault(OaiTokens.SKIP, "0"))));
    } catch (DateTimeException e) {
      return OaiOutcome.failed(OaiError.badArgument("dates must be of the form YYYY-MM-DD"));
    }
  }

  boolean matches(ShownPaper paper) {
    LocalDate datestamp = paper.latest().batch();
    return from.map(day -> !datestamp.isBefore(day)).orElse(true)
        && until.map(day -> !datestamp.isAfter(day)).orElse(true)
        && set.map(s -> isIn(paper, s)).orElse(true);
  }

  private static boolean isIn(ShownPaper paper, String set) {
    return paper.paper().categories().stream().anyMatch(c -> OaiSets.contains(set, c));
  }
}
