package io.paperflow.fetcher.sources.openreview;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.DayRhythm;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OpenReview ({@code https://docs.openreview.net}): the submissions of the venues in the settings,
 * in the order of their creation, so that new ones come last. A pass reads the new ones; the first
 * one of a day reads all again, since decisions and texts change.
 */
public final class OpenReviewSource implements Source {

  /** The source's name. */
  public static final String NAME = "openreview";

  private static final int PAGE_SIZE = 500;
  private static final Duration ALL_AGAIN = Duration.ofDays(1);

  /** Clocks differ, and a note may be seen some time after its creation. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private static final Limits LIMITS = Download.LIMITS.firstByte(Duration.ofMinutes(1));

  private static final OffsetPaging PAGING =
      new OffsetPaging(new PageCheck(5, Duration.ofHours(1)));

  /** When the last finished pass began. */
  private static final String LAST = "last";

  /** When this pass began; absent between passes. */
  private static final String PASS = "pass";

  /** Notes created since then, and until then, are wanted. */
  private static final String SINCE = "since";

  private static final String UNTIL = "until";

  private static final String VENUE = "venue";

  private final URI address;
  private final List<String> venues;

  OpenReviewSource(URI address, List<String> venues) {
    this.address = address;
    this.venues = List.copyOf(venues);
  }

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    List<String> venues = settings.list("venues");
    if (venues.isEmpty()) {
      settings.problem(
          "venues", "at least one venue id is needed, such as ICLR.cc/2026/Conference");
    }
    return new OpenReviewSource(settings.address(), venues);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup("openreview", Duration.ofSeconds(1));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofHours(1));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return since
        .map(day -> Cursor.EMPTY.with(SINCE, midnight(day).toString()))
        .orElse(Cursor.EMPTY);
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(
        Cursor.EMPTY
            .with(SINCE, midnight(from).toString())
            .with(UNTIL, midnight(to.plusDays(1)).toString()));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Cursor at = Cursors.time(cursor, PASS).isPresent() ? cursor : cursor.with(PASS, now.toString());
    int number = Math.min(Cursors.number(at, VENUE), venues.size() - 1);
    URI uri = uri(at, venues.get(number));
    return switch (Download.of(web, Request.api(uri).within(LIMITS))) {
      case Download.Page found ->
          NotesPage.read(found.bytes())
              .map(page -> taken(at, number, now, found, page))
              .orElseGet(() -> new Step.Failed(found.notUnderstood("a list of notes")));
      case Download.Failed failed -> new Step.Failed(failed.trouble());
      case Download.Unchanged _ ->
          new Step.Failed(Trouble.passing("http-304", uri + ": unchanged, which was not asked"));
    };
  }

  private URI uri(Cursor at, String venue) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("content.venueid", venue);
    parameters.put("sort", "tcdate:asc");
    since(at).ifPresent(time -> parameters.put("mintcdate", Long.toString(time.toEpochMilli())));
    parameters.put("limit", Integer.toString(PAGE_SIZE));
    parameters.put("offset", Integer.toString(OffsetPaging.offset(at)));
    return Addresses.query(Addresses.below(address, "notes"), parameters);
  }

  /** From when on notes are asked for: from the beginning in the first pass of a day. */
  private static Optional<Instant> since(Cursor at) {
    Optional<Instant> wanted = Cursors.time(at, SINCE);
    Optional<Instant> last = Cursors.time(at, LAST);
    Instant pass = Cursors.time(at, PASS).orElse(Instant.EPOCH);
    boolean all = last.map(time -> DayRhythm.isDue(ALL_AGAIN, time, pass)).orElse(true);
    // To the day, so that the address of the new ones is the same all day.
    return all ? wanted : last.map(time -> time.minus(OVERLAP).truncatedTo(ChronoUnit.DAYS));
  }

  private Step taken(Cursor at, int number, Instant now, Download.Page found, NotesPage page) {
    OffsetPaging.Page read = new OffsetPaging.Page(page.ids(), page.total(), PAGE_SIZE);
    return switch (PAGING.judge(at, now, read)) {
      case Verdict.Take(Optional<Cursor> next) -> {
        List<Fetched> documents =
            page.ids().isEmpty()
                ? List.of()
                : List.of(found.document().fingerprint(page.fingerprint()));
        yield next.filter(_ -> !isAfterEnd(at, page))
            .<Step>map(on -> new Step.Read(documents, on, true))
            .orElseGet(() -> venueEnded(at, number, documents));
      }
      case Verdict.Again(Cursor from) -> new Step.Read(List.of(), from, true);
      case Verdict.Later _ -> new Step.Failed(found.notUnderstood("the notes that follow"));
    };
  }

  private static boolean isAfterEnd(Cursor at, NotesPage page) {
    Optional<Instant> until = Cursors.time(at, UNTIL);
    return until.isPresent() && page.created().map(until.get()::isBefore).orElse(false);
  }

  private Step venueEnded(Cursor at, int number, List<Fetched> documents) {
    Cursor plain = OffsetPaging.fresh(at);
    if (number + 1 < venues.size()) {
      return new Step.Read(documents, Cursors.with(plain, VENUE, number + 1), true);
    }
    Cursor end = plain.without(VENUE).without(PASS);
    return new Step.Read(
        documents, at.get(PASS).map(began -> end.with(LAST, began)).orElse(end), false);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
