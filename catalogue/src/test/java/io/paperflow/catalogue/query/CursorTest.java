package io.paperflow.catalogue.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Property
  void whatIsEncodedIsDecodedAgain(@ForAll("cursors") Cursor cursor) {
    assertEquals(Optional.of(cursor), Cursor.decode(cursor.encoded()));
    assertTrue(cursor.encoded().matches("[A-Za-z0-9_-]+"), "fit for addresses");
  }

  @Property
  void anyOtherTextIsNoCursor(@ForAll String text) {
    assertEquals(Optional.empty(), Cursor.decode(text));
  }

  @Property
  void aCutOrLengthenedCursorIsNone(@ForAll("cursors") Cursor cursor) {
    String encoded = cursor.encoded();
    assertEquals(Optional.empty(), Cursor.decode(encoded.substring(0, encoded.length() - 2)));
    assertEquals(Optional.empty(), Cursor.decode(encoded + "AAAA"));
  }

  @Test
  void anEndlessCursorIsNone() {
    assertEquals(Optional.empty(), Cursor.decode("A".repeat(1_000_000)));
  }

  @Test
  void aCursorBelongsToOneSearch() {
    SearchRequest request = request("graph", Filters.NONE, Order.RELEVANCE);
    Cursor cursor =
        new Cursor(
            request.fingerprint(), Matching.EVERY_WORD, Optional.empty(), List.of("1.5", "id"));
    assertTrue(request.at(Optional.of(cursor)).ownsCursor());
    assertFalse(owns(request("graphs", Filters.NONE, Order.RELEVANCE), cursor));
    assertFalse(owns(request("graph", Filters.NONE, Order.DATE), cursor));
    Filters since = Filters.NONE.withDates(Optional.of(LocalDate.EPOCH), Optional.empty());
    assertFalse(owns(request("graph", since, Order.RELEVANCE), cursor));
    Filters until = Filters.NONE.withDates(Optional.empty(), Optional.of(LocalDate.EPOCH));
    assertFalse(
        since.equals(until)
            || request("graph", since, Order.DATE).fingerprint()
                == request("graph", until, Order.DATE).fingerprint());
  }

  @Provide
  Arbitrary<Cursor> cursors() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.of(Matching.class),
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(300).optional(),
            Arbitraries.strings().ofMaxLength(50).list().ofMinSize(1).ofMaxSize(4))
        .as(Cursor::new);
  }

  private static boolean owns(SearchRequest request, Cursor cursor) {
    return request.at(Optional.of(cursor)).ownsCursor();
  }

  private static SearchRequest request(String text, Filters filters, Order order) {
    return new SearchRequest(SearchText.parse(text), filters, order, 20, Optional.empty());
  }
}
