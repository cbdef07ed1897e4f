package io.paperflow.fetcher.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.fetcher.sources.page.JsonPage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The papers of a page: what the reading of lists must know of them. */
record DailyEntries(List<Entry> entries) {

  /**
   * A paper.
   *
   * @param day on whose list it stands, which entries before March 2025 do not say
   */
  record Entry(String id, Optional<LocalDate> day) {}

  /** An answer of the API: a list; empty when it is none, or cut off. */
  static Optional<DailyEntries> ofJson(byte[] bytes) {
    return JsonPage.read(bytes).filter(JsonNode::isArray).map(DailyEntries::of);
  }

  /** A page for people, whose state is JSON in an attribute; empty when that is not there. */
  static Optional<DailyEntries> ofHtml(byte[] bytes) {
    Element state =
        Jsoup.parse(new String(bytes, StandardCharsets.UTF_8))
            .selectFirst("[data-target=DailyPapers][data-props]");
    return Optional.ofNullable(state)
        .flatMap(element -> JsonPage.read(element.attr("data-props")))
        .map(props -> props.path("dailyPapers"))
        .filter(JsonNode::isArray)
        .map(DailyEntries::of);
  }

  private static DailyEntries of(JsonNode list) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : list) {
      JsonNode paper = entry.has("paper") ? entry.path("paper") : entry;
      String id = paper.path("id").asText();
      if (!id.isEmpty()) {
        entries.add(new Entry(id, day(paper.path("submittedOnDailyAt").asText())));
      }
    }
    return new DailyEntries(List.copyOf(entries));
  }

  private static Optional<LocalDate> day(String time) {
    try {
      return time.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(time.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The papers' identifiers. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    entries.forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  /** The identifiers by day; papers without a day are of the list's day, if it has one. */
  Map<LocalDate, Set<String>> byDay(DailyList list) {
    Map<LocalDate, Set<String>> byDay = new TreeMap<>();
    for (Entry entry : entries) {
      entry
          .day()
          .or(
              () ->
                  list instanceof DailyList.Day(LocalDate day)
                      ? Optional.of(day)
                      : Optional.empty())
          .ifPresent(day -> byDay.computeIfAbsent(day, _ -> new TreeSet<>()).add(entry.id()));
    }
    return byDay;
  }
}
