package io.paperflow.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchText;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParametersTest {

  @Test
  void missingAndBlankParametersTakeTheirDefaults() {
    SearchRequest newest = SearchRequest.newest(SearchRequest.DEFAULT_SIZE);
    assertEquals(newest, read(Map.of()));
    assertEquals(newest, read(Map.of("q", " ", "source", "", "size", "", "cursor", "")));
  }

  @Test
  void relevanceIsTheOrderWheneverThereAreWords() {
    assertEquals(Order.RELEVANCE, read(Map.of("q", "graph")).order());
    assertEquals(Order.DATE, read(Map.of("q", "graph", "sort", "date")).order());
    assertEquals(Order.DATE, read(Map.of("q", "-graph", "sort", "relevance")).order());
  }

  @Test
  void yearsMonthsAndDaysAreSpans() {
    assertEquals(
        Filters.NONE.withDates(
            Optional.of(LocalDate.of(2024, 1, 1)), Optional.of(LocalDate.of(2024, 12, 31))),
        read(Map.of("from", "2024", "to", "2024")).filters());
    assertEquals(
        Filters.NONE.withDates(
            Optional.of(LocalDate.of(2024, 2, 1)), Optional.of(LocalDate.of(2024, 2, 29))),
        read(Map.of("from", "2024-02", "to", "2024-02")).filters());
    assertEquals(
        Filters.NONE.withDates(Optional.of(LocalDate.of(2024, 2, 3)), Optional.empty()),
        read(Map.of("from", "2024-02-03")).filters());
  }

  @ParameterizedTest
  @CsvSource({
    "size, 0",
    "size, 101",
    "size, -5",
    "size, ten",
    "size, 99999999999",
    "sort, upvotes",
    "hasCode, yes",
    "from, yesterday",
    "from, 2024-13",
    "to, 2023-02-29",
    "to, 24",
    "cursor, x",
    "cursor, %%%"
  })
  void whatCannotBeUnderstoodIsRefusedByName(String name, String value) {
    InvalidSearchException refused =
        assertThrows(InvalidSearchException.class, () -> read(Map.of("q", "graph", name, value)));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(name + ":"), refused.getMessage());
  }

  @Test
  void aSpanEndsAfterItsBeginning() {
    assertThrows(
        InvalidSearchException.class, () -> read(Map.of("from", "2024-02", "to", "2024-01")));
  }

  @Test
  void aCursorOfAnotherSearchIsRefused() {
    String cursor = cursor(read(Map.of("q", "graph"))).encoded();
    assertEquals("graph", read(Map.of("q", "graph", "cursor", cursor)).text().text());
    assertThrows(InvalidSearchException.class, () -> read(Map.of("q", "graphs", "cursor", cursor)));
  }

  @Test
  void theAddressOfASearchIsReadAsThatSearch() {
    SearchRequest request =
        new SearchRequest(
            SearchText.parse("a&b=c \"d e\" -f + 100% 🚀 #g?"),
            new Filters(
                Optional.of("s & t"),
                Optional.of("cs.CL"),
                Optional.of(false),
                Optional.of(LocalDate.of(2024, 2, 3)),
                Optional.of(LocalDate.of(2025, 1, 1)),
                Optional.of("c++"),
                Optional.of("MIT & co"),
                Optional.of(12)),
            Order.STARS,
            7,
            Optional.empty());
    assertEquals(request, follow(PageLinks.search(request)));
    SearchRequest next = request.at(Optional.of(cursor(request)));
    assertEquals(next, follow(PageLinks.search(next)));
    assertEquals("/search", PageLinks.search(SearchRequest.newest(SearchRequest.DEFAULT_SIZE)));
  }

  private static Cursor cursor(SearchRequest request) {
    return new Cursor(
        request.fingerprint(), Matching.CLOSEST, Optional.of("snapshot"), List.of("1", "id"));
  }

  private static SearchRequest follow(String address) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : address.substring("/search?".length()).split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      parameters.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
    }
    return read(parameters);
  }

  private static SearchRequest read(Map<String, String> parameters) {
    return SearchParameters.read(name -> Optional.ofNullable(parameters.get(name)));
  }
}
