package io.paperflow.fetcher.sources.huggingface;

import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Download;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Asks for the lists' pages, by the API or as people see them. */
record DailyPages(URI address) {

  /** The most entries of a page. */
  static final int SIZE = 100;

  /** What changes every hour and says nothing of the paper. */
  private static final Pattern ABOUT_PEOPLE =
      Pattern.compile("\"(?:followerCount|isUserFollowing|isPro)\":[^,}]*");

  private static final Pattern NEXT = Pattern.compile("rel\\s*=\\s*\"?next\\b");

  private static final int NOT_OPEN = 400;

  /** What came of asking for a page of a list. */
  sealed interface Outcome {

    /**
     * The page.
     *
     * @param more whether another one follows
     */
    record Listed(Fetched document, DailyEntries entries, boolean more) implements Outcome {}

    /** The API does not know the list, or not yet. */
    record NoList(Trouble trouble) implements Outcome {}

    /** The page could not be read. */
    record Failed(Trouble trouble) implements Outcome {}
  }

  /** A page of the API. */
  Outcome ask(DailyList list, int page, Web web) throws InterruptedException {
    SortedMap<String, String> parameters = new TreeMap<>(list.parameters());
    parameters.put("p", Integer.toString(page));
    parameters.put("limit", Integer.toString(SIZE));
    URI uri = Addresses.query(Addresses.below(address, "api/daily_papers"), parameters);
    return switch (Download.of(web, Request.api(uri).within(Download.LIMITS))) {
      case Download.Page found ->
          DailyEntries.ofJson(found.bytes())
              .<Outcome>map(entries -> listed(found, list, entries, hasNext(found, entries)))
              .orElseGet(() -> new Outcome.Failed(found.notUnderstood("a list of entries")));
      case Download.Failed failed ->
          failed.status() == NOT_OPEN
              ? new Outcome.NoList(failed.trouble())
              : new Outcome.Failed(failed.trouble());
      case Download.Unchanged _ -> new Outcome.Failed(unasked(uri));
    };
  }

  /** The page for people: all entries on one, and elsewhere when there is no such list. */
  Outcome askPage(DailyList list, Web web) throws InterruptedException {
    URI uri = Addresses.below(address, list.page());
    return switch (Download.of(web, Request.page(uri).within(Download.LIMITS))) {
      case Download.Page found ->
          found.found().getPath().endsWith(uri.getPath())
              ? DailyEntries.ofHtml(found.bytes())
                  .<Outcome>map(entries -> listed(found, list, entries, false))
                  .orElseGet(() -> new Outcome.Failed(found.notUnderstood("a page of papers")))
              : new Outcome.NoList(Trouble.passing("no-list", uri + " leads to " + found.found()));
      case Download.Failed failed -> new Outcome.Failed(failed.trouble());
      case Download.Unchanged _ -> new Outcome.Failed(unasked(uri));
    };
  }

  private static Outcome listed(
      Download.Page found, DailyList list, DailyEntries entries, boolean more) {
    Fetched document =
        found
            .document()
            .fingerprint(Fingerprint.without(ABOUT_PEOPLE, found.bytes()))
            .papers(entries.byDay(list));
    return new Outcome.Listed(document, entries, more);
  }

  /** The link says it; where a proxy has dropped it, a full page does. */
  private static boolean hasNext(Download.Page found, DailyEntries entries) {
    Optional<String> link = found.headers().first("Link");
    return link.map(value -> NEXT.matcher(value).find()).orElse(entries.entries().size() >= SIZE);
  }

  private static Trouble unasked(URI uri) {
    return Trouble.passing("http-304", uri + ": has not changed, which was not asked");
  }
}
