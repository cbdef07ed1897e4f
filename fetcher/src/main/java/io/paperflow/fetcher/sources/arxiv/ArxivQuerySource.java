package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.Download;
import io.paperflow.fetcher.sources.page.OffsetPaging;
import io.paperflow.fetcher.sources.page.OffsetPaging.Verdict;
import io.paperflow.fetcher.sources.page.PageCheck;
import io.paperflow.http.Limits;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * arXiv's query API ({@code https://info.arxiv.org/help/api/user-manual.html}) by the time of
 * submission, a day at a time: above all for history. A day with more papers than the API lists is
 * halved until they fit, and what comes is compared with the total that was told.
 */
public final class ArxivQuerySource implements Source {

  /** The source's name. */
  public static final String NAME = "arxiv-api";

  /** The API lists no more of a query. */
  private static final int MOST_RESULTS = 30_000;

  /** The API takes up to 2000, and is said to fail more often with more than a thousand. */
  private static final int PAGE_SIZE = 1_000;

  /** The API has been seen to fail after midnight UTC: its pass comes well after. */
  private static final Duration DELAY = Duration.ofHours(3);

  /** A paper appears some days after it was submitted, more when its batch is late. */
  private static final Duration LATE = Duration.ofDays(8);

  private static final Limits LIMITS = Download.LIMITS.firstByte(Duration.ofMinutes(2));

  private static final OffsetPaging PAGING =
      new OffsetPaging(new PageCheck(5, Duration.ofHours(1)));

  /** The first moment wanted. */
  private static final String FROM = "from";

  /** The end of the pass; absent between passes. */
  private static final String END = "end";

  private final URI address;
  private final List<String> categories;

  ArxivQuerySource(URI address, List<String> categories) {
    this.address = address;
    this.categories = List.copyOf(categories);
  }

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    return new ArxivQuerySource(settings.address(), settings.list("categories"));
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
    return ArxivHosts.announcements(DELAY);
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return since
        .map(day -> Cursor.EMPTY.with(FROM, midnight(day).toString()))
        .orElseGet(() -> Cursor.EMPTY.with(FROM, lateBefore(now).toString()));
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(
        Cursor.EMPTY
            .with(FROM, midnight(from).toString())
            .with(END, midnight(to.plusDays(1)).toString()));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Instant end = Cursors.time(cursor, END).orElse(now);
    Cursor at = cursor.with(END, end.toString());
    QueryWindow window =
        QueryWindow.of(at)
            .orElseGet(() -> QueryWindow.at(Cursors.time(at, FROM).orElse(lateBefore(now)), end));
    Cursor here =
        window.in(at).with(Cursor.DAY, LocalDate.ofInstant(window.from(), ZoneOffset.UTC));
    int start = OffsetPaging.offset(here);
    int size = Math.max(1, Math.min(PAGE_SIZE, MOST_RESULTS - start));
    URI uri = window.uri(address, categories, start, size);
    return switch (Download.of(web, Request.api(uri).within(LIMITS))) {
      case Download.Page found ->
          AtomPage.read(found.bytes())
              .map(page -> taken(window, here, now, found, page))
              .orElseGet(() -> new Step.Failed(found.notUnderstood("results of the query")));
      case Download.Failed failed -> new Step.Failed(failed.trouble());
      case Download.Unchanged _ ->
          new Step.Failed(Trouble.passing("http-304", uri + ": unchanged, which was not asked"));
    };
  }

  private Step taken(
      QueryWindow window, Cursor here, Instant now, Download.Page found, AtomPage page) {
    if (page.total() > MOST_RESULTS && !window.half().equals(window)) {
      Cursor halved = window.half().in(OffsetPaging.fresh(here));
      return new Step.Read(List.of(), halved, true);
    }
    int start = OffsetPaging.offset(here);
    // A page of another place is as good as none.
    List<String> ids = page.start() == start ? page.ids() : List.of();
    OptionalInt total = OptionalInt.of(Math.min(page.total(), MOST_RESULTS));
    return switch (PAGING.judge(here, now, new OffsetPaging.Page(ids, total, Integer.MAX_VALUE))) {
      case Verdict.Take(Optional<Cursor> next) -> {
        Fetched document = found.document().fingerprint(AtomPage.fingerprint(found.bytes()));
        List<Fetched> documents = ids.isEmpty() ? List.of() : List.of(document);
        yield next.<Step>map(on -> new Step.Read(documents, on, true))
            .orElseGet(() -> windowEnded(window, here, documents));
      }
      case Verdict.Again(Cursor from) -> new Step.Read(List.of(), from, true);
      case Verdict.Later _ -> new Step.Failed(found.notUnderstood("the results from " + start));
    };
  }

  private static Step windowEnded(QueryWindow window, Cursor here, List<Fetched> documents) {
    Instant end = Cursors.time(here, END).orElse(window.to());
    Cursor plain = OffsetPaging.fresh(QueryWindow.without(here));
    if (window.to().isBefore(end.minus(Duration.ofMinutes(1)))) {
      return new Step.Read(documents, plain.with(FROM, window.to().toString()), true);
    }
    return new Step.Read(
        documents, plain.without(END).with(FROM, lateBefore(end).toString()), false);
  }

  /** From which day on papers may still appear. */
  private static Instant lateBefore(Instant time) {
    return time.minus(LATE).truncatedTo(ChronoUnit.DAYS);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
