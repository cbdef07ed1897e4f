package io.paperflow.testkit.apis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.paperflow.testkit.world.DailyEntry;
import io.paperflow.testkit.world.DailyPapers;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /api/daily_papers}: a day, a week, a month, or the newest, in pages. */
final class DailyLists {

  private static final int DEFAULT_LIMIT = 50;
  private static final int DAYS_OF_THE_NEWEST = 30;
  private static final Comparator<DailyEntry> NEWEST_FIRST =
      Comparator.comparing(DailyEntry::submittedAt).thenComparing(e -> e.paper().id()).reversed();

  private final DailyPapers papers;
  private final int pageSize;

  DailyLists(DailyPapers papers, int pageSize) {
    this.papers = papers;
    this.pageSize = pageSize;
  }

  Answer answer(Request request, Instant now) {
    Optional<String> type =
        Stream.of("date", "week", "month")
            .filter(t -> request.parameter(t).isPresent())
            .findFirst();
    Optional<Period> period =
        type.flatMap(t -> Period.parse(t, request.parameter(t).orElseThrow(), now));
    if (type.isPresent() && period.isEmpty()) {
      return Answer.json(
          400, Json.object().put("error", "Invalid or future value of \"" + type.get() + "\""));
    }
    List<DailyEntry> all =
        period.map(p -> papers.shown(p.first(), p.last(), now)).orElseGet(() -> newest(now));
    return page(request, sorted(all, request, period.isPresent()), now);
  }

  private List<DailyEntry> newest(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return papers.shown(today.minusDays(DAYS_OF_THE_NEWEST), today, now);
  }

  private static List<DailyEntry> sorted(
      List<DailyEntry> byVotes, Request request, boolean inPeriod) {
    Stream<DailyEntry> wanted =
        byVotes.stream()
            .filter(e -> request.parameter("submitter").map(e.submitter()::equals).orElse(true));
    boolean trending = request.parameter("sort").filter("trending"::equals).isPresent();
    boolean newestFirst =
        request.parameter("sort").map("publishedAt"::equals).orElse(!inPeriod) && !trending;
    return newestFirst ? wanted.sorted(NEWEST_FIRST).toList() : wanted.toList();
  }

  private Answer page(Request request, List<DailyEntry> all, Instant now) {
    int limit = Math.min(pageSize, Math.max(1, request.number("limit", DEFAULT_LIMIT)));
    int page = request.number("p", 0);
    int from = (int) Math.min((long) page * limit, Integer.MAX_VALUE);
    Slice<DailyEntry> slice = Slice.of(all, from, limit, request.distortion());
    ArrayNode entries = Json.array();
    slice.items().forEach(e -> entries.add(new DailyJson(now).entry(e)));
    Answer answer = Answer.json(200, entries);
    return slice.hasNext() ? answer.with("Link", link(request, page + 1)) : answer;
  }

  private static String link(Request request, int page) {
    Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
    parameters.put("p", Integer.toString(page));
    String query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return "<%s%s?%s>; rel=\"next\"".formatted(request.server(), request.path(), query);
  }
}
