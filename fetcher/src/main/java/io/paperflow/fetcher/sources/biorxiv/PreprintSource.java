package io.paperflow.fetcher.sources.biorxiv;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.biorxiv.DayPages.Outcome;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.DayRhythm;
import io.paperflow.fetcher.sources.page.DayRhythm.Stage;
import io.paperflow.fetcher.sources.page.OffsetPaging;
import io.paperflow.http.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * bioRxiv or medRxiv ({@code https://api.biorxiv.org}): the lists of days. A day's preprints appear
 * on the next morning, some a day or more later, so that the days of a week are read again.
 */
public final class PreprintSource implements Auditable {

  /** The names of the sources are those of the servers. */
  public static final String BIORXIV = "biorxiv";

  public static final String MEDRXIV = "medrxiv";

  private static final DayRhythm RHYTHM =
      new DayRhythm(List.of(new Stage(2, Duration.ZERO), new Stage(7, Duration.ofDays(1))));

  /** When the last finished pass began. */
  private static final String LAST = "last";

  /** When this pass began; absent between passes. */
  private static final String PASS = "pass";

  /** The first and the last day of a reading of past days, or of a listing. */
  private static final String FROM = "from";

  private static final String TO = "to";

  private final String server;
  private final DayPages pages;

  PreprintSource(String server, URI address) {
    this.server = server;
    this.pages = new DayPages(server, address);
  }

  /** bioRxiv with its settings. */
  public static Source biorxiv(SourceSettings settings) {
    return new PreprintSource(BIORXIV, settings.address());
  }

  /** medRxiv with its settings. */
  public static Source medrxiv(SourceSettings settings) {
    return new PreprintSource(MEDRXIV, settings.address());
  }

  @Override
  public String name() {
    return server;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup("biorxiv", Duration.ofSeconds(1));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofHours(2));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    LocalDate first = since.orElse(today(now).minusDays(RHYTHM.oldest()));
    return Cursor.EMPTY.with(LAST, first.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(Cursor.EMPTY.with(FROM, from).with(TO, to));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Cursor at = Cursors.time(cursor, PASS).isPresent() ? cursor : cursor.with(PASS, now.toString());
    List<LocalDate> days = days(at, now);
    Optional<LocalDate> day =
        at.day(Cursor.DAY).filter(days::contains).or(() -> days.stream().findFirst());
    if (day.isEmpty()) {
      return new Step.Read(List.of(), ended(at), false);
    }
    Cursor here = at.with(Cursor.DAY, day.get());
    return switch (pages.ask(day.get(), here, now, web)) {
      case Outcome.Taken(Fetched document, _, Optional<Cursor> next) -> {
        List<Fetched> documents = document.papers().isEmpty() ? List.of() : List.of(document);
        yield next.<Step>map(on -> new Step.Read(documents, on, true))
            .orElseGet(() -> dayEnded(here, day.get(), days, documents));
      }
      case Outcome.Again(Cursor from) -> new Step.Read(List.of(), from, true);
      case Outcome.Failed failed -> new Step.Failed(failed.trouble());
    };
  }

  private static List<LocalDate> days(Cursor cursor, Instant now) {
    Optional<LocalDate> from = cursor.day(FROM);
    Optional<LocalDate> to = cursor.day(TO);
    if (from.isPresent() && to.isPresent()) {
      return from.get().isAfter(to.get())
          ? List.of()
          : from.get().datesUntil(to.get().plusDays(1)).toList();
    }
    Instant pass = Cursors.time(cursor, PASS).orElse(now);
    return RHYTHM.days(Cursors.time(cursor, LAST).orElse(pass), pass);
  }

  private static Step dayEnded(
      Cursor here, LocalDate day, List<LocalDate> days, List<Fetched> documents) {
    Optional<LocalDate> next = days.stream().dropWhile(d -> !d.equals(day)).skip(1).findFirst();
    Cursor plain = OffsetPaging.fresh(here);
    return next.<Step>map(d -> new Step.Read(documents, plain.with(Cursor.DAY, d), true))
        .orElseGet(() -> new Step.Read(documents, ended(plain), false));
  }

  private static Cursor ended(Cursor at) {
    Cursor plain = at.without(PASS).without(Cursor.DAY);
    return at.get(PASS).map(began -> plain.with(LAST, began)).orElse(plain);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  @Override
  public Cursor audit(Instant now) {
    return Cursor.EMPTY
        .with(FROM, today(now).minusDays(RHYTHM.oldest()))
        .with(TO, today(now).minusDays(1));
  }

  @Override
  public Listing list(Cursor cursor, Instant now, Web web) throws InterruptedException {
    LocalDate day = cursor.day(FROM).orElse(today(now));
    LocalDate to = cursor.day(TO).orElse(day);
    return switch (pages.ask(day, cursor, now, web)) {
      case Outcome.Taken(_, DetailsPage page, Optional<Cursor> next) ->
          new Listing.Listed(
              page.byDay(day),
              next.orElseGet(() -> OffsetPaging.fresh(cursor).with(FROM, day.plusDays(1))),
              next.isPresent() || day.isBefore(to));
      case Outcome.Again(Cursor from) -> new Listing.Listed(Map.of(), from, true);
      case Outcome.Failed failed -> new Listing.Failed(failed.trouble());
    };
  }
}
