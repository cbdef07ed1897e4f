package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv;
import io.paperflow.testkit.world.Arxiv.FeedItem;
import io.paperflow.testkit.world.ArxivCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /rss/CATEGORIES} and {@code /atom/CATEGORIES}: what was announced for one day. */
final class ArxivFeeds implements Endpoint {

  private static final int MOST_ITEMS = 2_000;

  private final Arxiv arxiv;
  private final InstantSource clock;

  ArxivFeeds(Arxiv arxiv, InstantSource clock) {
    this.arxiv = arxiv;
    this.clock = clock;
  }

  @Override
  public Answer answer(Request request) {
    Optional<String> rss = request.after("/rss/");
    Optional<String> categories = rss.or(() -> request.after("/atom/"));
    if (categories.isEmpty()) {
      return Answer.notFound();
    }
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ArxivCalendar.EASTERN);
    FeedText text = rss.isPresent() ? new RssText() : new AtomText();
    List<String> wanted = List.of(categories.get().split("\\+", -1));
    Optional<String> unknown = wanted.stream().filter(c -> !arxiv.knows(c)).findFirst();
    if (unknown.isPresent()) {
      return Answer.of(
          400, text.mediaType(), text.write(FeedHead.error(categories.get(), day), List.of()));
    }
    List<FeedItem> items = arxiv.feed(day, wanted).stream().limit(MOST_ITEMS).toList();
    FeedHead head = FeedHead.of(categories.get(), wanted, day);
    long age = Duration.between(now, ArxivCalendar.midnight(day.plusDays(1))).toSeconds();
    return Answer.of(200, text.mediaType(), text.write(head, items))
        .tagged()
        .with("Cache-Control", "max-age=" + age);
  }
}
