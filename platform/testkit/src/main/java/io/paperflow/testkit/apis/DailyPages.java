package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.DailyEntry;
import io.paperflow.testkit.world.DailyPapers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The pages for people, whose state is JSON in an attribute. */
final class DailyPages {

  private static final int TRENDING = 50;

  private final DailyPapers papers;

  DailyPages(DailyPapers papers) {
    this.papers = papers;
  }

  Answer answer(Request request, Instant now) {
    Optional<String> path = request.after("/papers");
    if (path.isEmpty()) {
      return Answer.of(404, "text/html; charset=utf-8", "<html><body>404</body></html>");
    }
    String[] parts = path.get().split("/", -1);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return switch (parts.length) {
      case 1 -> list(new Period("date", today, today), papers.shown(today, today, now), now);
      case 2 -> parts[1].equals("trending") ? trending(today, now) : paper(parts[1], now);
      default -> period(parts[1], parts[2], now);
    };
  }

  private Answer period(String type, String value, Instant now) {
    return Period.parse(type, value, now)
        .map(p -> list(p, papers.shown(p.first(), p.last(), now), now))
        .orElseGet(() -> Answer.of(302, "text/plain", "Found").with("Location", "/papers"));
  }

  private Answer trending(LocalDate today, Instant now) {
    List<DailyEntry> shown = papers.shown(today.minusDays(13), today, now);
    return list(new Period("trending", today, today), shown.stream().limit(TRENDING).toList(), now);
  }

  private Answer paper(String id, Instant now) {
    return papers
        .entry(id, now)
        .map(
            e -> {
              ObjectNode state = Json.object();
              state.set("paper", new DailyJson(now).details(e));
              return Answer.html(page("PaperContent", state));
            })
        .orElseGet(() -> Answer.of(404, "text/html; charset=utf-8", "<html>404</html>"));
  }

  private static Answer list(Period period, List<DailyEntry> entries, Instant now) {
    ObjectNode state = Json.object();
    ArrayNode list = state.putArray("dailyPapers");
    entries.forEach(e -> list.add(new DailyJson(now).entry(e)));
    state.put("periodType", period.type().equals("date") ? "day" : period.type());
    state.put("dateString", period.first().toString());
    state.put("prevDate", period.first().minusDays(1).toString());
    return Answer.html(page("DailyPapers", state));
  }

  private static String page(String target, ObjectNode state) {
    String attribute =
        state
            .toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    return """
    <!doctype html><html><head><title>Daily Papers</title></head><body>
    <main class="flex flex-1 flex-col">
    <div class="SVELTE_HYDRATER contents" data-target="%s" data-props="%s"></div>
    </main></body></html>
    """
        .formatted(target, attribute);
  }
}
