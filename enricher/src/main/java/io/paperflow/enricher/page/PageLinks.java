package io.paperflow.enricher.page;

import io.paperflow.enricher.links.FoundLink;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The repositories that a page offers as its own code: by a link whose words say code, or by a
 * sentence that does. A page that offers more than one, such as that of a group, offers none, since
 * nobody can tell which one is meant. Thread-safe.
 */
final class PageLinks {

  static final String FIELD = "page";

  /** Of a block that is longer only the words around the link are read. */
  private static final int SENTENCE = 300;

  private static final Pattern CODE =
      Pattern.compile("\\b(?:code|github|gitlab|repo|repository|implementation|source)\\b");

  private final LinkFinder finder;

  PageLinks(LinkFinder finder) {
    this.finder = finder;
  }

  /**
   * The one repository that a page offers as its code.
   *
   * @param html of the page
   * @param address where it is, for links that are relative
   */
  Optional<FoundLink> code(String html, String address) {
    Document page = Jsoup.parse(html, address);
    page.select("script, style, template, noscript").remove();
    Map<String, FoundLink> offered = new LinkedHashMap<>();
    Stream.concat(
            page.select("a[href]").stream().flatMap(anchor -> byAnchor(anchor).stream()),
            finder.links(FIELD, page.text()).stream().filter(PageLinks::isOwnCode))
        .forEach(link -> offered.putIfAbsent(link.url().toLowerCase(Locale.ROOT), link));
    return offered.size() == 1 ? offered.values().stream().findFirst() : Optional.empty();
  }

  private static boolean isOwnCode(FoundLink link) {
    return link.kind() == LinkKind.CODE_REPO && link.role() == LinkRole.OWN;
  }

  private Optional<FoundLink> byAnchor(Element anchor) {
    String target = anchor.absUrl("href");
    Optional<FoundLink> repository =
        finder.links(FIELD, target).stream()
            .filter(link -> link.kind() == LinkKind.CODE_REPO)
            .findFirst();
    return repository.flatMap(
        link -> {
          Optional<FoundLink> inSentence = inSentence(anchor, link);
          boolean ofOthers =
              inSentence.filter(found -> found.role() == LinkRole.THIRD_PARTY).isPresent();
          boolean own = inSentence.filter(PageLinks::isOwnCode).isPresent();
          String words = textAround(anchor, true) + " " + textAround(anchor, false);
          return !ofOthers && (saysCode(anchor.text()) || (own && saysCode(words)))
              ? Optional.of(own(link))
              : Optional.empty();
        });
  }

  private static boolean saysCode(String words) {
    return CODE.matcher(words.toLowerCase(Locale.ROOT)).find();
  }

  /** The link as the words of its block speak of it, read as if the address stood in the text. */
  private Optional<FoundLink> inSentence(Element anchor, FoundLink link) {
    String before = textAround(anchor, true);
    String after = textAround(anchor, false);
    String sentence = before + " " + anchor.text() + " " + link.url() + " " + after;
    List<FoundLink> links = finder.links(FIELD, sentence);
    return links.stream().filter(found -> found.url().equals(link.url())).findFirst();
  }

  /** The text of the block before or after an anchor. */
  private static String textAround(Element anchor, boolean before) {
    Element block = anchor;
    while (!block.isBlock() && block.parent() != null) {
      block = block.parent();
    }
    // A marker that no page has stands for the anchor in a copy of the block.
    String marker = "\uE000";
    String own = anchor.outerHtml();
    String text = Jsoup.parse(block.outerHtml().replace(own, marker)).text();
    int at = text.indexOf(marker);
    if (at < 0) {
      return "";
    }
    return before
        ? text.substring(Math.max(0, at - SENTENCE), at)
        : text.substring(at + 1, Math.min(text.length(), at + 1 + SENTENCE));
  }

  private static FoundLink own(FoundLink link) {
    return new FoundLink(
        link.field(),
        link.url(),
        link.kind(),
        LinkRole.OWN,
        link.state(),
        link.confidence(),
        link.subPath(),
        link.start(),
        link.end(),
        link.raw(),
        "anchor");
  }
}
