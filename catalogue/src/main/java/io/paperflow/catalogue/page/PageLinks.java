package io.paperflow.catalogue.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.catalogue.feed.FeedFormat;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchText;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Addresses of pages. */
public final class PageLinks {

  /** In a feed for which no other number is asked. */
  public static final int FEED_ITEMS = 50;

  private PageLinks() {}

  /** The page of a paper: the id with its slashes and colons as they are. */
  public static String paper(String id) {
    return Arrays.stream(id.split("/", -1))
        .map(part -> encode(part).replace("+", "%20").replace("%3A", ":"))
        .collect(Collectors.joining("/", "/papers/", ""));
  }

  /** The page of a search, as the parameters of a search are read. */
  public static String search(SearchRequest request) {
    return address("/search", request, isTold(request), SearchRequest.DEFAULT_SIZE);
  }

  /** The feed of a search, as the parameters of a feed are read. */
  public static String feed(SearchRequest request, FeedFormat format) {
    return address(
        "/feed." + format.name().toLowerCase(Locale.ROOT),
        request,
        request.order() != Order.ARRIVAL,
        FEED_ITEMS);
  }

  /** A search as a feed usually has it: what arrived last comes first. */
  public static SearchRequest followed(SearchRequest request) {
    return new SearchRequest(
        request.text(), request.filters(), Order.ARRIVAL, FEED_ITEMS, Optional.empty());
  }

  /** A whole search as a file. */
  public static String export(SearchRequest request, String suffix) {
    SearchRequest whole = request.at(Optional.empty());
    return address("/papers." + suffix, whole, isTold(whole), whole.size());
  }

  private static String address(
      String path, SearchRequest request, boolean ordered, int untoldSize) {
    StringJoiner parameters = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    Filters filters = request.filters();
    add(parameters, "q", Optional.of(request.text().text()).filter(text -> !text.isEmpty()));
    add(parameters, "source", filters.source());
    add(parameters, "category", filters.category());
    add(parameters, "hasCode", filters.hasCode().map(String::valueOf));
    add(parameters, "from", filters.from().map(LocalDate::toString));
    add(parameters, "to", filters.to().map(LocalDate::toString));
    add(parameters, "language", filters.language());
    add(parameters, "license", filters.license());
    add(parameters, "minStars", filters.minStars().map(String::valueOf));
    if (ordered) {
      add(parameters, "sort", Optional.of(request.order().name().toLowerCase(Locale.ROOT)));
    }
    if (request.size() != untoldSize) {
      add(parameters, "size", Optional.of(Integer.toString(request.size())));
    }
    add(parameters, "cursor", request.cursor().map(Cursor::encoded));
    return parameters.toString();
  }

  /** Without words the newest come first anyway. */
  private static boolean isTold(SearchRequest request) {
    return switch (request.order()) {
      case RELEVANCE -> false;
      case DATE -> !request.text().wanted().isEmpty();
      case ARRIVAL, VOTES, STARS, GROWTH -> true;
    };
  }

  /** All papers that pass the filters, the newest first. */
  public static String search(Filters filters) {
    return search(
        new SearchRequest(
            SearchText.parse(""),
            filters,
            Order.DATE,
            SearchRequest.DEFAULT_SIZE,
            Optional.empty()));
  }

  private static void add(StringJoiner parameters, String name, Optional<String> value) {
    value.ifPresent(text -> parameters.add(name + "=" + encode(text)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
