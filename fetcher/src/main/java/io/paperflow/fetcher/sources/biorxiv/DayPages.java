package io.paperflow.fetcher.sources.biorxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Addresses;
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
import java.util.List;
import java.util.Optional;

/** The pages of days' lists. */
record DayPages(String server, URI address) {

  private static final Limits LIMITS = Download.LIMITS.firstByte(Duration.ofMinutes(1));

  private static final OffsetPaging PAGING =
      new OffsetPaging(new PageCheck(5, Duration.ofHours(1)));

  /** What a page came to. */
  sealed interface Outcome {

    /**
     * The page.
     *
     * @param next where the list goes on; empty after its last page
     */
    record Taken(Fetched document, DetailsPage page, Optional<Cursor> next) implements Outcome {}

    /** Nothing yet: to be asked at once from there. */
    record Again(Cursor from) implements Outcome {}

    /** No page. */
    record Failed(Trouble trouble) implements Outcome {}
  }

  Outcome ask(LocalDate day, Cursor cursor, Instant now, Web web) throws InterruptedException {
    int offset = OffsetPaging.offset(cursor);
    URI uri = Addresses.below(address, "details/%s/%s/%s/%d".formatted(server, day, day, offset));
    return switch (Download.of(web, Request.api(uri).within(LIMITS))) {
      case Download.Page found ->
          DetailsPage.read(found.bytes())
              .map(page -> judged(day, cursor, now, found, page))
              .orElseGet(() -> new Outcome.Failed(found.notUnderstood("a list of preprints")));
      case Download.Failed failed -> new Outcome.Failed(failed.trouble());
      case Download.Unchanged _ ->
          new Outcome.Failed(Trouble.passing("http-304", uri + ": unchanged, which was not asked"));
    };
  }

  private static Outcome judged(
      LocalDate day, Cursor cursor, Instant now, Download.Page found, DetailsPage page) {
    int offset = OffsetPaging.offset(cursor);
    // A page of another place is as good as none.
    List<String> ids = page.offset().orElse(offset) == offset ? page.ids() : List.of();
    return switch (PAGING.judge(
        cursor, now, new OffsetPaging.Page(ids, page.total(), Integer.MAX_VALUE))) {
      case Verdict.Take(Optional<Cursor> next) ->
          new Outcome.Taken(
              found.document().fingerprint(page.fingerprint()).papers(page.byDay(day)), page, next);
      case Verdict.Again(Cursor from) -> new Outcome.Again(from);
      case Verdict.Later _ -> new Outcome.Failed(found.notUnderstood("the list from " + offset));
    };
  }
}
