package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.Download;
import io.paperflow.fetcher.sources.page.PageCheck;
import io.paperflow.http.Limits;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Goes through the pages of one list. When the token has died, as all do at midnight UTC, it begins
 * again from the day it has come to, if the pages were in the order of their days, else from the
 * list's beginning.
 */
record OaiWalk(OaiRequest request) {

  /** The server has been seen to think for a minute and a half. */
  private static final Limits LIMITS =
      Download.LIMITS.firstByte(Duration.ofMinutes(4)).whole(Duration.ofMinutes(15));

  /** What each answer has of its own. */
  private static final Pattern ENVELOPE =
      Pattern.compile(
          "<responseDate>[^<]*</responseDate>|<request[^>]*>[^<]*</request>"
              + "|<resumptionToken[^>]*>[^<]*</resumptionToken>|<resumptionToken[^>]*/>");

  private static final PageCheck CHECK = new PageCheck(5, Duration.ofHours(1));

  private static final String LATEST = "latest";
  private static final String UNORDERED = "unordered";

  /** What a page came to. */
  sealed interface Outcome {

    /**
     * Records.
     *
     * @param next where the list goes on; empty after its last page
     */
    record Taken(Fetched document, OaiPage page, Optional<Cursor> next) implements Outcome {}

    /** Nothing in the list. */
    record Nothing() implements Outcome {}

    /** Nothing yet: to be asked at once from there. */
    record Again(Cursor from) implements Outcome {}

    /** No page. */
    record Failed(Trouble trouble) implements Outcome {}
  }

  Outcome step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Request asked = Request.api(request.uri(cursor)).within(LIMITS);
    return switch (Download.of(web, asked)) {
      case Download.Page found ->
          OaiPage.read(found.bytes())
              .map(page -> outcome(cursor, now, found, page))
              .orElseGet(() -> new Outcome.Failed(found.notUnderstood("an answer of OAI-PMH")));
      case Download.Failed failed -> new Outcome.Failed(failed.trouble());
      case Download.Unchanged _ ->
          new Outcome.Failed(
              Trouble.passing("http-304", asked.uri() + ": unchanged, which was not asked"));
    };
  }

  private Outcome outcome(Cursor cursor, Instant now, Download.Page found, OaiPage page) {
    if (page.error().isPresent()) {
      return error(cursor, page.error().get());
    }
    return switch (CHECK.judge(cursor, now, page.ids(), true)) {
      case RIGHT -> taken(cursor, found, page);
      case AGAIN -> new Outcome.Again(PageCheck.doubted(cursor, now));
      case LATER -> new Outcome.Failed(found.notUnderstood("the page that follows"));
    };
  }

  private Outcome taken(Cursor cursor, Download.Page found, OaiPage page) {
    Fetched document =
        Fetched.of(request.name(cursor), found.bytes())
            .fingerprint(Fingerprint.without(ENVELOPE, found.bytes()))
            .papers(page.byDay());
    Optional<Cursor> next = page.token().map(token -> next(cursor, page, token));
    return new Outcome.Taken(document, page, next);
  }

  private static Cursor next(Cursor cursor, OaiPage page, String token) {
    Cursor next =
        Cursors.with(cursor, OaiRequest.PAGE, Cursors.number(cursor, OaiRequest.PAGE) + 1)
            .with(OaiRequest.TOKEN, token);
    List<LocalDate> days = page.headers().stream().map(OaiPage.Header::datestamp).toList();
    if (!days.isEmpty()) {
      Optional<LocalDate> before = cursor.day(LATEST);
      if (before.map(Collections.min(days)::isBefore).orElse(false)) {
        next = next.with(UNORDERED, "yes");
      }
      LocalDate latest = Collections.max(days);
      next = next.with(LATEST, before.filter(latest::isBefore).orElse(latest));
      next = next.with(Cursor.DAY, latest);
    }
    return PageCheck.after(next, page.ids());
  }

  private static Outcome error(Cursor cursor, OaiPage.Problem problem) {
    return switch (problem.code()) {
      case "noRecordsMatch" -> new Outcome.Nothing();
      case "badResumptionToken" -> new Outcome.Again(restarted(cursor));
      default ->
          new Outcome.Failed(
              Trouble.lasting(
                  problem.code(),
                  "arXiv's OAI-PMH: %s: check the sets and the address in the settings"
                      .formatted(problem.text())));
    };
  }

  private static Cursor restarted(Cursor cursor) {
    Cursor plain = forget(cursor);
    return cursor
        .day(LATEST)
        .filter(_ -> cursor.get(UNORDERED).isEmpty())
        .map(day -> plain.with(OaiRequest.FROM, day))
        .orElse(plain);
  }

  /** The cursor without what was kept of a list. */
  static Cursor forget(Cursor cursor) {
    return PageCheck.forget(cursor)
        .without(OaiRequest.TOKEN)
        .without(OaiRequest.PAGE)
        .without(LATEST)
        .without(UNORDERED);
  }
}
