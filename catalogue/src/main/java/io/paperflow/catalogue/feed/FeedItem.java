package io.paperflow.catalogue.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.Repository;
import io.paperflow.catalogue.paper.WebAddress;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper in a feed.
 *
 * @param id an IRI that never changes for a paper, wherever this service runs
 * @param page address of its page here
 * @param text the abstract on one line; empty when none is known
 * @param published by its authors, or when it was first seen
 * @param updated by its authors; not when this service or a forge last looked at it
 * @param code addresses of its own code repositories that are there
 */
public record FeedItem(
    String id,
    String title,
    String page,
    List<String> authors,
    String text,
    Instant published,
    Instant updated,
    List<String> categories,
    List<String> code) {

  private static final String NAMESPACE = "urn:paperflow:";

  public FeedItem {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    code = List.copyOf(code);
  }

  /** A paper whose page is at an address. */
  public static FeedItem of(Paper paper, String page) {
    Instant published = paper.published().or(paper::firstSeen).orElse(Instant.EPOCH);
    return new FeedItem(
        NAMESPACE + URLEncoder.encode(paper.id(), UTF_8).replace("+", "%20").replace("%3A", ":"),
        PlainText.of((paper.withdrawn() ? "Withdrawn: " : "") + paper.title()),
        page,
        paper.authors().stream().map(Author::name).map(PlainText::of).toList(),
        paper.abstractText().map(PlainText::of).orElse(""),
        published,
        paper.updated().filter(published::isBefore).orElse(published),
        paper.categories().stream().map(PlainText::of).toList(),
        paper.repositories().stream()
            .filter(FeedItem::isCode)
            .map(Repository::url)
            .map(WebAddress::of)
            .flatMap(Optional::stream)
            .map(PlainText::of)
            .toList());
  }

  /** The same paper with a line on top of its text that says why it is in the feed. */
  public FeedItem because(String why) {
    return new FeedItem(
        id,
        title,
        page,
        authors,
        text.isEmpty() ? why : why + " – " + text,
        published,
        updated,
        categories,
        code);
  }

  private static boolean isCode(Repository repository) {
    return repository.role().filter("own"::equals).isPresent()
        && repository.state().filter("available"::equals).isPresent();
  }
}
