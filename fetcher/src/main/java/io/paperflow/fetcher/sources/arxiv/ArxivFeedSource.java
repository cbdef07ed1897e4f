package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.Download;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * arXiv's feeds ({@code https://info.arxiv.org/help/rss.html}): what was announced for today, a
 * feed a category. They show one day only, so they are asked often; most answers are that nothing
 * has changed.
 */
public final class ArxivFeedSource implements Source {

  /** The source's name. */
  public static final String NAME = "arxiv-rss";

  private static final String FEED = "feed";
  private static final String ETAG = "etag-";

  private static final int BAD_REQUEST = 400;

  /** As arXiv has them: archives or categories, several joined by a plus. */
  private static final String CATEGORIES =
      "[A-Za-z-]+(\\.[A-Za-z-]+)?(\\+[A-Za-z-]+(\\.[A-Za-z-]+)?)*";

  private final URI address;
  private final List<String> categories;

  ArxivFeedSource(URI address, List<String> categories) {
    this.address = address;
    this.categories = List.copyOf(categories);
  }

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    List<String> categories = settings.list("categories");
    if (categories.isEmpty()) {
      settings.problem("categories", "at least one is needed, such as cs.LG");
    }
    categories.stream()
        .filter(category -> !category.matches(CATEGORIES))
        .forEach(
            category ->
                settings.problem("categories", "'%s' is no category of arXiv".formatted(category)));
    return new ArxivFeedSource(settings.address(), categories);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HostGroup hostGroup() {
    return ArxivHosts.GROUP;
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofMinutes(15));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return Cursor.EMPTY;
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    int feed = Math.min(Cursors.number(cursor, FEED), categories.size() - 1);
    String category = categories.get(feed);
    URI uri = Addresses.below(address, category);
    Cursor next =
        feed + 1 < categories.size() ? Cursors.with(cursor, FEED, feed + 1) : cursor.without(FEED);
    boolean more = feed + 1 < categories.size();
    Validators known = new Validators(cursor.get(ETAG + category), Optional.empty());
    return switch (Download.of(
        web, Request.api(uri).unlessMatching(known).within(Download.LIMITS))) {
      case Download.Page page ->
          FeedPage.read(page.bytes())
              .<Step>map(
                  read -> new Step.Read(documents(page, read), tagged(next, category, page), more))
              .orElseGet(() -> new Step.Failed(page.notUnderstood("a feed")));
      case Download.Unchanged _ -> new Step.Read(List.of(), next, more);
      case Download.Failed failed ->
          failed.status() == BAD_REQUEST
              ? new Step.Read(List.of(refusal(uri, failed)), next, more)
              : new Step.Failed(failed.trouble());
    };
  }

  /** Nothing on weekends. */
  private static List<Fetched> documents(Download.Page page, FeedPage read) {
    if (read.items() == 0) {
      return List.of();
    }
    Fetched document = page.document().fingerprint(FeedPage.fingerprint(page.bytes()));
    return List.of(read.shownAt().map(document::shownAt).orElse(document));
  }

  /** The answer to a wrong category tells about it; it must not keep the others from being read. */
  private static Fetched refusal(URI uri, Download.Failed failed) {
    byte[] said = failed.beginning().getBytes(StandardCharsets.UTF_8);
    return Fetched.of(uri, said).fingerprint(FeedPage.fingerprint(said));
  }

  private static Cursor tagged(Cursor cursor, String category, Download.Page page) {
    return page.validators()
        .etag()
        .map(etag -> cursor.with(ETAG + category, etag))
        .orElseGet(() -> cursor.without(ETAG + category));
  }
}
