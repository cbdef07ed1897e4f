package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.arxiv.OaiWalk.Outcome;
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
 * arXiv by OAI-PMH ({@code https://info.arxiv.org/help/oa}): what was added or changed since a day,
 * after each announcement. A week before the last pass is read again, since batches are sometimes
 * late and keep the day they should have had.
 */
public final class ArxivOaiSource implements Auditable {

  /** Name of the source that reads format {@code arXiv}, which has authors in parts. */
  public static final String NAME = "arxiv-oai";

  /** Name of the source that reads format {@code arXivRaw}, which has versions and withdrawals. */
  public static final String RAW_NAME = "arxiv-oai-raw";

  private static final int LATE_DAYS = 7;

  /** OAI-PMH shows a batch two and a half hours after it was announced. */
  private static final Duration DELAY = Duration.ofMinutes(150);

  /** The first day wanted by the pass, whatever its restarts. */
  private static final String BEGIN = "begin";

  /** The day on which the pass began; absent between passes. */
  private static final String PASS = "pass";

  private final String name;
  private final List<String> sets;
  private final OaiWalk records;
  private final OaiWalk headers;

  ArxivOaiSource(String name, String prefix, URI address, List<String> sets) {
    this.name = name;
    this.sets = sets;
    this.records = new OaiWalk(new OaiRequest(address, "ListRecords", prefix));
    this.headers = new OaiWalk(new OaiRequest(address, "ListIdentifiers", prefix));
  }

  /** The source of format {@code arXiv}. */
  public static Source of(SourceSettings settings) {
    return new ArxivOaiSource(NAME, "arXiv", settings.address(), settings.list("sets"));
  }

  /** The source of format {@code arXivRaw}. */
  public static Source raw(SourceSettings settings) {
    return new ArxivOaiSource(RAW_NAME, "arXivRaw", settings.address(), settings.list("sets"));
  }

  @Override
  public String name() {
    return name;
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
    return Cursor.EMPTY.with(BEGIN, since.orElse(today(now).minusDays(LATE_DAYS)));
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(Cursor.EMPTY.with(BEGIN, from).with(OaiRequest.UNTIL, to));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Cursor at = cursor.day(PASS).isPresent() ? cursor : begun(cursor, now);
    return switch (records.step(at, now, web)) {
      case Outcome.Taken(Fetched document, OaiPage page, Optional<Cursor> next) -> {
        List<Fetched> documents = page.headers().isEmpty() ? List.of() : List.of(document);
        yield next.<Step>map(on -> new Step.Read(documents, on, true))
            .orElseGet(() -> listEnded(at, documents));
      }
      case Outcome.Nothing _ -> listEnded(at, List.of());
      case Outcome.Again(Cursor from) -> new Step.Read(List.of(), from, true);
      case Outcome.Failed failed -> new Step.Failed(failed.trouble());
    };
  }

  private Cursor begun(Cursor cursor, Instant now) {
    LocalDate first = cursor.day(BEGIN).orElse(today(now).minusDays(LATE_DAYS));
    return inSet(cursor.with(BEGIN, first).with(PASS, today(now)), sets.stream().findFirst());
  }

  /** The cursor at the beginning of a set's list. */
  private static Cursor inSet(Cursor cursor, Optional<String> set) {
    Cursor plain = OaiWalk.forget(cursor).without(OaiRequest.SET);
    Cursor dated = cursor.day(BEGIN).map(day -> plain.with(OaiRequest.FROM, day)).orElse(plain);
    return set.map(spec -> dated.with(OaiRequest.SET, spec)).orElse(dated);
  }

  private Step listEnded(Cursor at, List<Fetched> documents) {
    Optional<String> next =
        at.get(OaiRequest.SET)
            .flatMap(set -> sets.stream().dropWhile(s -> !s.equals(set)).skip(1).findFirst());
    return next.isPresent()
        ? new Step.Read(documents, inSet(at, next), true)
        : new Step.Read(documents, ended(at), false);
  }

  /** A batch of today may still come, and one of the days before. */
  private static Cursor ended(Cursor at) {
    Cursor plain =
        OaiWalk.forget(at).without(OaiRequest.SET).without(OaiRequest.FROM).without(PASS);
    return at.day(PASS).map(day -> plain.with(BEGIN, day.minusDays(LATE_DAYS))).orElse(plain);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  @Override
  public Cursor audit(Instant now) {
    return inSet(
        Cursor.EMPTY.with(BEGIN, today(now).minusDays(LATE_DAYS)), sets.stream().findFirst());
  }

  @Override
  public Listing list(Cursor cursor, Instant now, Web web) throws InterruptedException {
    return switch (headers.step(cursor, now, web)) {
      case Outcome.Taken(_, OaiPage page, Optional<Cursor> next) ->
          next.<Listing>map(on -> new Listing.Listed(page.byDay(), on, true))
              .orElseGet(() -> listed(cursor, page));
      case Outcome.Nothing _ ->
          listed(cursor, new OaiPage(List.of(), Optional.empty(), Optional.empty()));
      case Outcome.Again(Cursor from) -> new Listing.Listed(Map.of(), from, true);
      case Outcome.Failed failed -> new Listing.Failed(failed.trouble());
    };
  }

  private Listing listed(Cursor cursor, OaiPage page) {
    return switch (listEnded(cursor, List.of())) {
      case Step.Read(_, Cursor next, boolean more) -> new Listing.Listed(page.byDay(), next, more);
      case Step.Failed(var trouble) -> new Listing.Failed(trouble);
    };
  }
}
