package io.paperflow.search.web;

import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Days;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.Period;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchText;
import io.paperflow.catalogue.query.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of a search; a blank one counts as missing. */
final class SearchParameters {

  /** On a page of a daily list. */
  private static final int LISTED = 50;

  private final Function<String, Optional<String>> parameters;

  private SearchParameters(Function<String, Optional<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * The search that the parameters ask for.
   *
   * @param parameters the first value of a parameter, by its name
   * @throws InvalidSearchException when one of them cannot be understood
   */
  static SearchRequest read(Function<String, Optional<String>> parameters) {
    return new SearchParameters(parameters).request();
  }

  /**
   * The daily lists of a day, a week or a month; of the parameters, size and cursor count.
   *
   * @throws InvalidSearchException when one of them cannot be understood
   */
  static SearchRequest list(String period, Function<String, Optional<String>> parameters) {
    SearchParameters given = new SearchParameters(parameters);
    SearchRequest request =
        Period.named(period)
            .orElseThrow(
                () ->
                    new InvalidSearchException(
                        "period: must be a day, week or month, such as 2026-11-20, 2026-W47 or"
                            + " 2026-11"))
            .request(
                given.value("size").map(SearchParameters::size).orElse(LISTED),
                given.value("cursor").map(SearchParameters::cursor));
    if (!request.ownsCursor()) {
      throw InvalidSearchException.cursor();
    }
    return request;
  }

  private SearchRequest request() {
    Filters filters =
        new Filters(
            value("source"),
            value("category"),
            value("hasCode").map(SearchParameters::hasCode),
            value("from").map(text -> day("from", text, false)),
            value("to").map(text -> day("to", text, true)),
            value("language").map(text -> text.toLowerCase(Locale.ROOT)),
            value("license"),
            value("minStars").map(SearchParameters::stars));
    if (filters.from().isPresent()
        && filters.to().isPresent()
        && filters.from().get().isAfter(filters.to().get())) {
      throw new InvalidSearchException("from: must not lie after \"to\"");
    }
    SearchRequest request =
        new SearchRequest(
            SearchText.parse(value("q").orElse("")),
            filters,
            value("sort").map(SearchParameters::order).orElse(Order.RELEVANCE),
            value("size").map(SearchParameters::size).orElse(SearchRequest.DEFAULT_SIZE),
            value("cursor").map(SearchParameters::cursor));
    if (!request.ownsCursor()) {
      throw InvalidSearchException.cursor();
    }
    return request;
  }

  private Optional<String> value(String name) {
    return parameters.apply(name).filter(value -> !value.isBlank());
  }

  private static boolean hasCode(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSearchException("hasCode: must be true or false");
    };
  }

  private static Order order(String text) {
    return switch (text) {
      case "relevance" -> Order.RELEVANCE;
      case "date" -> Order.DATE;
      case "arrival" -> Order.ARRIVAL;
      case "votes" -> Order.VOTES;
      case "stars" -> Order.STARS;
      case "growth" -> Order.GROWTH;
      default ->
          throw new InvalidSearchException(
              "sort: must be relevance, date, arrival, votes, stars or growth");
    };
  }

  private static int stars(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException _) {
      throw new InvalidSearchException("minStars: must be a whole number, 0 or more");
    }
  }

  private static int size(String text) {
    String message = "size: must be a whole number from 1 to " + SearchRequest.MAX_SIZE;
    try {
      int size = Integer.parseInt(text);
      if (size < 1 || size > SearchRequest.MAX_SIZE) {
        throw new InvalidSearchException(message);
      }
      return size;
    } catch (NumberFormatException _) {
      throw new InvalidSearchException(message);
    }
  }

  private static Cursor cursor(String text) {
    return Cursor.decode(text).orElseThrow(InvalidSearchException::cursor);
  }

  /** The first or last day of the year, month or day that the text names. */
  private static LocalDate day(String name, String text, boolean last) {
    return Days.named(text)
        .flatMap(last ? Span::to : Span::from)
        .orElseThrow(
            () ->
                new InvalidSearchException(
                    name + ": must be a day, month or year, such as 2024-03-18, 2024-03 or 2024"));
  }
}
