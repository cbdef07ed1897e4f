package io.paperflow.fetcher.sources.biorxiv;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.sources.page.JsonPage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an answer of the API holds, as far as paging must know it.
 *
 * @param total preprints in all, when it tells
 * @param offset of the page's first, when it tells
 * @param preprints each version by itself
 * @param fingerprint equal for answers with the same preprints
 */
record DetailsPage(
    OptionalInt total, OptionalInt offset, List<Preprint> preprints, String fingerprint) {

  /**
   * A version of a preprint.
   *
   * @param id DOI and version
   * @param date whose list it stands on
   */
  record Preprint(String id, Optional<LocalDate> date) {}

  /** Reads an answer; empty when it is none, or cut off. */
  static Optional<DetailsPage> read(byte[] bytes) {
    return JsonPage.read(bytes)
        .filter(answer -> answer.path("messages").isArray() && answer.path("collection").isArray())
        .map(DetailsPage::of);
  }

  private static DetailsPage of(JsonNode answer) {
    JsonNode message = answer.path("messages").path(0);
    List<Preprint> preprints = new ArrayList<>();
    for (JsonNode preprint : answer.path("collection")) {
      String id = preprint.path("doi").asText() + "v" + preprint.path("version").asText();
      preprints.add(new Preprint(id, date(preprint.path("date").asText())));
    }
    byte[] said = answer.path("collection").toString().getBytes(StandardCharsets.UTF_8);
    return new DetailsPage(
        number(message.path("total")),
        number(message.path("cursor")),
        List.copyOf(preprints),
        Fingerprint.of(said));
  }

  /** Counts come as numbers and as texts. */
  private static OptionalInt number(JsonNode node) {
    String text = node.asText();
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  List<String> ids() {
    return preprints.stream().map(Preprint::id).toList();
  }

  /** The identifiers by day; those without a date are of the day that was asked for. */
  Map<LocalDate, Set<String>> byDay(LocalDate asked) {
    Map<LocalDate, Set<String>> byDay = new TreeMap<>();
    preprints.forEach(
        p -> byDay.computeIfAbsent(p.date().orElse(asked), _ -> new TreeSet<>()).add(p.id()));
    return byDay;
  }
}
