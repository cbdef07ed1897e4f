package io.paperflow.notifier.web;

import io.paperflow.catalogue.page.HitView;
import io.paperflow.catalogue.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What rises, as the page shows it. Public for the templates.
 *
 * @param window day, week or month
 * @param at when, in words
 * @param notice what is to be known of the list; usually empty
 * @param before address of the list a day before
 * @param atom address of the list as a feed, as the two after it
 */
public record TrendingView(
    String window,
    String at,
    String notice,
    List<HitView> hits,
    String before,
    String atom,
    String rss,
    String jsonFeed) {

  public TrendingView {
    hits = List.copyOf(hits);
  }

  static TrendingView of(TrendingQuestion question, TrendingAnswer answer) {
    String feed = "?window=" + answer.window();
    return new TrendingView(
        answer.window(),
        Words.minute(answer.at()),
        notice(answer),
        answer.papers().stream()
            .flatMap(trend -> trend.paper().map(paper -> HitView.of(paper, trend.why())).stream())
            .toList(),
        "/trending/" + answer.window() + "?at=" + before(question.at().orElse(answer.at())),
        "/trending.atom" + feed,
        "/trending.rss" + feed,
        "/trending.json" + feed);
  }

  /** A day whose end lies at least some hours before. */
  private static LocalDate before(Instant at) {
    return at.minus(Duration.ofMillis(1)).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  private static String notice(TrendingAnswer answer) {
    Optional<Instant> since = answer.since();
    if (since.isEmpty()) {
      return "Nothing has been counted yet.";
    }
    return answer.cold()
        ? "Counting began here on "
            + Words.minute(since.get())
            + ": what older papers gained before is not known."
        : "";
  }
}
