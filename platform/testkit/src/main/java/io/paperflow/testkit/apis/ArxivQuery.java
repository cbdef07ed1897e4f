package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv;
import io.paperflow.testkit.world.ShownPaper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /api/query} of arXiv. */
final class ArxivQuery implements Endpoint {

  private static final int DEFAULT_RESULTS = 10;
  private static final int MOST_IN_ALL = 30_000;
  private static final String ID = "(\\d{4}\\.\\d{4,5}|[a-z-]+(\\.[A-Z]{2})?/\\d{7})(v\\d+)?";

  private final Arxiv arxiv;
  private final InstantSource clock;
  private final int pageSize;

  ArxivQuery(Arxiv arxiv, InstantSource clock, int pageSize) {
    this.arxiv = arxiv;
    this.clock = clock;
    this.pageSize = pageSize;
  }

  @Override
  public Answer answer(Request request) {
    if (!request.path().equals("/api/query")) {
      return Answer.notFound();
    }
    int start = request.number("start", 0);
    int asked = request.number("max_results", DEFAULT_RESULTS);
    if ((long) start + asked > MOST_IN_ALL) {
      return error("max_results must be less than or equal to 30000");
    }
    List<String> ids =
        request.parameter("id_list").map(list -> List.of(list.split(",", -1))).orElse(List.of());
    Optional<String> malformed = ids.stream().filter(id -> !id.matches(ID)).findFirst();
    if (malformed.isPresent()) {
      return error("incorrect id format for " + malformed.get());
    }
    Optional<Predicate<ShownPaper>> search =
        ArxivSearch.parse(request.parameter("search_query").orElse("all:"));
    if (search.isEmpty()) {
      return error("invalid date format");
    }
    Slice<ShownPaper> page =
        Slice.of(
            found(ids, search.get(), order(request)),
            start,
            Math.min(asked, pageSize),
            request.distortion());
    return Answer.of(
        200,
        "application/atom+xml; charset=utf-8",
        ArxivAtom.results(request, page, asked, clock.instant()));
  }

  private List<ShownPaper> found(
      List<String> ids, Predicate<ShownPaper> search, Comparator<ShownPaper> order) {
    Instant now = clock.instant();
    Stream<ShownPaper> papers = arxiv.announced(now).filter(search);
    return ids.isEmpty()
        ? papers.sorted(order).toList()
        : papers.filter(p -> ids.stream().anyMatch(id -> isOf(id, p))).sorted(order).toList();
  }

  private static boolean isOf(String id, ShownPaper paper) {
    return id.replaceFirst("v\\d+$", "").equals(paper.id());
  }

  private static Comparator<ShownPaper> order(Request request) {
    Comparator<ShownPaper> order =
        request.parameter("sortBy").orElse("").equals("lastUpdatedDate")
            ? Comparator.comparing(p -> p.latest().submitted())
            : Comparator.comparing(p -> p.paper().submitted());
    Comparator<ShownPaper> unique = order.thenComparing(ShownPaper::id);
    return request.parameter("sortOrder").orElse("").equals("ascending")
        ? unique
        : unique.reversed();
  }

  private Answer error(String message) {
    return Answer.of(
        400, "application/atom+xml; charset=utf-8", ArxivAtom.error(message, clock.instant()));
  }
}
