package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Cursors;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A time of submission whose papers are asked for, in whole minutes. The API counts its last minute
 * or not; windows therefore share a minute with the next one.
 *
 * @param from its first minute
 * @param to the first minute of the next window, later than the first
 */
record QueryWindow(Instant from, Instant to) {

  static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final String FROM = "window-from";
  private static final String TO = "window-to";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

  /** The window of a cursor. */
  static Optional<QueryWindow> of(Cursor cursor) {
    return Cursors.time(cursor, FROM)
        .flatMap(
            from ->
                Cursors.time(cursor, TO)
                    .filter(from::isBefore)
                    .map(to -> new QueryWindow(from, to)));
  }

  /** The window that begins there; at most a day, and not beyond the end. */
  static QueryWindow at(Instant from, Instant end) {
    Instant first = from.truncatedTo(ChronoUnit.MINUTES);
    Instant day = first.truncatedTo(ChronoUnit.DAYS).plus(LONGEST);
    Instant least = first.plus(SHORTEST);
    Instant to = day.isBefore(end) ? day : end.truncatedTo(ChronoUnit.MINUTES);
    return new QueryWindow(first, to.isBefore(least) ? least : to);
  }

  /**
   * The first half, for a window with more papers than can be listed; itself when it is shortest.
   */
  QueryWindow half() {
    Instant middle =
        from.plus(Duration.between(from, to).dividedBy(2)).truncatedTo(ChronoUnit.MINUTES);
    return middle.isAfter(from) ? new QueryWindow(from, middle) : this;
  }

  /** The cursor at this window. */
  Cursor in(Cursor cursor) {
    return cursor.with(FROM, from.toString()).with(TO, to.toString());
  }

  /** The cursor without a window. */
  static Cursor without(Cursor cursor) {
    return cursor.without(FROM).without(TO);
  }

  /** A page of it, in the order of submission. */
  URI uri(URI address, List<String> categories, int start, int size) {
    String search = "submittedDate:[%s TO %s]".formatted(MINUTE.format(from), MINUTE.format(to));
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("search_query", search + categories(categories));
    parameters.put("sortBy", "submittedDate");
    parameters.put("sortOrder", "ascending");
    parameters.put("start", Integer.toString(start));
    parameters.put("max_results", Integer.toString(size));
    return Addresses.query(address, parameters);
  }

  private static String categories(List<String> categories) {
    return categories.isEmpty()
        ? ""
        : categories.stream()
            .map(c -> "cat:" + c)
            .collect(Collectors.joining(" OR ", " AND (", ")"));
  }
}
