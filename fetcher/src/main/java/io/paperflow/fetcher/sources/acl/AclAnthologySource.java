package io.paperflow.fetcher.sources.acl;

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
import io.paperflow.fetcher.sources.page.XmlPage;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ACL Anthology ({@code https://github.com/acl-org/acl-anthology}): a file a collection. The
 * collections are those of the settings or, when these name none, those of the repository since a
 * year; nothing is read while its listing has not changed.
 */
public final class AclAnthologySource implements Source {

  /** The source's name. */
  public static final String NAME = "acl-anthology";

  /** Collections a step: so that the listing is not asked for with each of a thousand. */
  private static final int AT_ONCE = 20;

  /** Bytes of a step, after which it ends. */
  private static final int ENOUGH_BYTES = 16 << 20;

  private static final int MISSING = 404;

  private static final String ETAG = "etag";

  /** The listing's validator that counts when the pass has ended. */
  private static final String NEW_ETAG = "new-etag";

  /** The collection that was read last; absent between passes. */
  private static final String AFTER = "after";

  /** The first and the last year wanted. */
  private static final String FROM = "from-year";

  private static final String TO = "to-year";

  private final URI address;
  private final Optional<URI> listing;
  private final List<String> collections;

  /**
   * @param listing of the repository's folder; absent when the collections are named
   */
  AclAnthologySource(URI address, Optional<URI> listing, List<String> collections) {
    this.address = address;
    this.listing = listing;
    this.collections = collections.stream().sorted().toList();
  }

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    List<String> collections = settings.list("collections");
    Optional<URI> listing = settings.text("listing").flatMap(text -> uri(settings, text));
    if (collections.isEmpty() && listing.isEmpty()) {
      settings.problem("listing", "an address is needed when no collections are named");
    }
    return new AclAnthologySource(settings.address(), listing, collections);
  }

  private static Optional<URI> uri(SourceSettings settings, String text) {
    try {
      return Optional.of(URI.create(text)).filter(URI::isAbsolute);
    } catch (IllegalArgumentException e) {
      settings.problem("listing", "'%s' is no address".formatted(text));
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup("acl-anthology", Duration.ofSeconds(1));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofDays(1));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    int first =
        since
            .map(LocalDate::getYear)
            .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear() - 1);
    return Cursors.with(Cursor.EMPTY, FROM, first);
  }

  /** The collections of the days' years. */
  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(
        Cursors.with(Cursors.with(Cursor.EMPTY, FROM, from.getYear()), TO, to.getYear()));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    if (!collections.isEmpty() || listing.isEmpty()) {
      return files(cursor, collections, web);
    }
    boolean begins = cursor.get(AFTER).isEmpty();
    Validators known =
        begins ? new Validators(cursor.get(ETAG), Optional.empty()) : Validators.NONE;
    Request request = Request.api(listing.get()).unlessMatching(known).within(Download.LIMITS);
    return switch (Download.of(web, request)) {
      case Download.Page page -> {
        Optional<List<String>> names = AnthologyCollections.read(page.bytes());
        Cursor tagged =
            begins
                ? page.validators().etag().map(e -> cursor.with(NEW_ETAG, e)).orElse(cursor)
                : cursor;
        yield names.isPresent()
            ? files(tagged, wanted(cursor, names.get()), web)
            : new Step.Failed(page.notUnderstood("a listing of files"));
      }
      case Download.Unchanged _ -> new Step.Read(List.of(), cursor, false);
      case Download.Failed failed -> new Step.Failed(failed.trouble());
    };
  }

  private static List<String> wanted(Cursor cursor, List<String> names) {
    int from = Cursors.number(cursor, FROM);
    int to = cursor.get(TO).isPresent() ? Cursors.number(cursor, TO) : Integer.MAX_VALUE;
    return names.stream()
        .filter(name -> AnthologyCollections.year(name) >= from)
        .filter(name -> AnthologyCollections.year(name) <= to)
        .toList();
  }

  /** Reads the next few; those before a failure count. */
  private Step files(Cursor cursor, List<String> names, Web web) throws InterruptedException {
    String after = cursor.get(AFTER).orElse("");
    List<String> left = names.stream().filter(name -> name.compareTo(after) > 0).toList();
    List<Fetched> documents = new ArrayList<>();
    Cursor at = cursor;
    int bytes = 0;
    for (String name : left.stream().limit(AT_ONCE).toList()) {
      URI uri = Addresses.below(address, name + ".xml");
      switch (Download.of(web, Request.api(uri).within(Download.LIMITS))) {
        case Download.Page page when XmlPage.isWhole(page.bytes(), "collection") -> {
          documents.add(page.document());
          bytes += page.bytes().length;
        }
        case Download.Failed failed when failed.status() == MISSING -> {}
        case Download.Page page -> {
          return partly(documents, cursor, at, new Step.Failed(page.notUnderstood("a collection")));
        }
        case Download.Failed failed -> {
          return partly(documents, cursor, at, new Step.Failed(failed.trouble()));
        }
        case Download.Unchanged _ -> {}
      }
      at = at.with(AFTER, name);
      if (bytes > ENOUGH_BYTES && !name.equals(left.getLast())) {
        return new Step.Read(documents, at, true);
      }
    }
    return left.size() > AT_ONCE
        ? new Step.Read(documents, at, true)
        : new Step.Read(documents, ended(at), false);
  }

  private static Step partly(
      List<Fetched> documents, Cursor before, Cursor at, Step.Failed failed) {
    return at.equals(before) ? failed : new Step.Read(documents, at, true);
  }

  private static Cursor ended(Cursor at) {
    Cursor plain = at.without(AFTER).without(NEW_ETAG);
    return at.get(NEW_ETAG).map(etag -> plain.with(ETAG, etag)).orElse(plain);
  }
}
