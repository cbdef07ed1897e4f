package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.paperflow.testkit.world.DailyEntry;
import io.paperflow.testkit.world.DailyPapers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hugging Face: API and pages, each with its quota. */
final class HuggingFace implements Endpoint {

  private static final int API_REQUESTS = 500;
  private static final int PAGES = 100;

  private final DailyPapers papers;
  private final InstantSource clock;
  private final DailyLists lists;
  private final DailyPages pages;
  private final Quota apiQuota;
  private final Quota pageQuota;

  HuggingFace(DailyPapers papers, InstantSource clock, int pageSize) {
    this.papers = papers;
    this.clock = clock;
    this.lists = new DailyLists(papers, pageSize);
    this.pages = new DailyPages(papers);
    this.apiQuota = new Quota("api", API_REQUESTS, clock);
    this.pageQuota = new Quota("pages", PAGES, clock);
  }

  @Override
  public Answer answer(Request request) {
    Instant now = clock.instant();
    return request.path().startsWith("/api/")
        ? apiQuota.spend(api(request, now))
        : pageQuota.spend(pages.answer(request, now));
  }

  private Answer api(Request request, Instant now) {
    if (request.path().equals("/api/daily_papers")) {
      return lists.answer(request, now);
    }
    if (request.path().equals("/api/papers/search")) {
      return search(request, now);
    }
    Optional<String> paper = request.after("/api/papers/");
    if (paper.isPresent()) {
      return papers
          .entry(paper.get(), now)
          .map(e -> Answer.json(200, new DailyJson(now).details(e)))
          .orElseGet(HuggingFace::notFound);
    }
    Optional<String> repositories =
        request
            .after("/api/arxiv/")
            .filter(rest -> rest.endsWith("/repos"))
            .map(rest -> rest.substring(0, rest.length() - "/repos".length()));
    return repositories
        .map(id -> Answer.json(200, HubRepositories.of(papers.entry(id, now))))
        .orElseGet(HuggingFace::notFound);
  }

  private Answer search(Request request, Instant now) {
    String words = request.parameter("q").orElse("").toLowerCase(Locale.ROOT);
    List<DailyEntry> found =
        papers.entries().stream()
            .filter(e -> e.isShown(now))
            .filter(e -> e.title().toLowerCase(Locale.ROOT).contains(words))
            .limit(request.number("limit", 20))
            .toList();
    ArrayNode answer = Json.array();
    found.forEach(e -> answer.add(new DailyJson(now).entry(e)));
    return Answer.json(200, answer);
  }

  private static Answer notFound() {
    return Answer.json(404, Json.object().put("error", "Paper not found"));
  }
}
