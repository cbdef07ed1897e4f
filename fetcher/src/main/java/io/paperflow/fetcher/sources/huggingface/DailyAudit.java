package io.paperflow.fetcher.sources.huggingface;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.sources.huggingface.DailyList.Week;
import io.paperflow.fetcher.sources.huggingface.DailyPages.Outcome;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.PageCheck;
import io.paperflow.http.Web;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Lists two weeks of papers by weeks, which is another view than the one that is read. */
record DailyAudit(DailyPages pages) {

  private static final String PAGE = DailyPapersSource.PAGE;

  Cursor begin(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return Cursor.EMPTY
        .with(DailyPlan.FROM, today.minusDays(DailyPlan.RHYTHM.oldest()))
        .with(DailyPlan.TO, today.minusDays(1));
  }

  Listing list(Cursor cursor, Instant now, Web web) throws InterruptedException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate from = cursor.day(DailyPlan.FROM).orElse(today);
    LocalDate to = cursor.day(DailyPlan.TO).orElse(today.minusDays(1));
    if (from.isAfter(to)) {
      return new Listing.Listed(Map.of(), cursor, false);
    }
    Week week = Week.of(from);
    int page = Cursors.number(cursor, PAGE);
    return switch (pages.ask(week, page, web)) {
      case Outcome.Listed listed -> {
        Set<String> ids = listed.entries().ids();
        if (DailyPapersSource.CHECK.judge(cursor, now, ids, page > 0) == PageCheck.Verdict.AGAIN) {
          yield new Listing.Listed(Map.of(), PageCheck.doubted(cursor, now), true);
        }
        Map<LocalDate, Set<String>> papers = listed.entries().byDay(week);
        papers.keySet().removeIf(day -> day.isBefore(from) || day.isAfter(to));
        yield listed.more() && page + 1 < DailyPapersSource.MOST_PAGES
            ? new Listing.Listed(
                papers, PageCheck.after(Cursors.with(cursor, PAGE, page + 1), ids), true)
            : new Listing.Listed(papers, next(cursor, week), !week.next().isAfter(to));
      }
      case Outcome.NoList no -> new Listing.Failed(no.trouble());
      case Outcome.Failed failed -> new Listing.Failed(failed.trouble());
    };
  }

  private static Cursor next(Cursor cursor, Week week) {
    return PageCheck.forget(cursor).without(PAGE).with(DailyPlan.FROM, week.next());
  }
}
