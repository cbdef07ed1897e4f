package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.ArxivPaper;
import io.paperflow.testkit.world.ArxivVersion;
import io.paperflow.testkit.world.ShownPaper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what the query API answers. */
final class ArxivAtom {

  private ArxivAtom() {}

  static String results(Request request, Slice<ShownPaper> page, int asked, Instant now) {
    String search = request.parameter("search_query").orElse("");
    String ids = request.parameter("id_list").orElse("");
    String title =
        "arXiv Query: search_query=%s&id_list=%s&start=%d&max_results=%d"
            .formatted(search, ids, page.from(), asked);
    String id = "https://arxiv.org/api/" + Integer.toHexString(title.hashCode());
    Xml xml = feed(id, title, now, asked, page.total(), page.from());
    page.items().forEach(paper -> entry(xml, paper));
    return xml.close().toString();
  }

  static String error(String message, Instant now) {
    String id = "https://arxiv.org/api/errors#" + message.replace(' ', '_');
    return feed("https://arxiv.org/", "arXiv Search Results", now, 1, 1, 0)
        .open("entry")
        .leaf("id", id)
        .leaf("title", "Error")
        .leaf("updated", seconds(now))
        .empty("link", "href", id, "rel", "alternate", "type", "text/html")
        .leaf("summary", message)
        .open("author")
        .leaf("name", "arXiv api core")
        .close()
        .close()
        .close()
        .toString();
  }

  private static Xml feed(String id, String title, Instant now, int asked, int total, int start) {
    return Xml.document()
        .open(
            "feed",
            "xmlns:opensearch",
            "http://a9.com/-/spec/opensearch/1.1/",
            "xmlns:arxiv",
            "http://arxiv.org/schemas/atom",
            "xmlns",
            "http://www.w3.org/2005/Atom")
        .leaf("id", id)
        .leaf("title", title)
        .leaf("updated", seconds(now))
        .leaf("opensearch:itemsPerPage", Integer.toString(asked))
        .leaf("opensearch:totalResults", Integer.toString(total))
        .leaf("opensearch:startIndex", Integer.toString(start));
  }

  private static void entry(Xml xml, ShownPaper shown) {
    ArxivPaper paper = shown.paper();
    ArxivVersion latest = shown.latest();
    String version = paper.id() + "v" + latest.number();
    xml.open("entry")
        .leaf("id", "http://arxiv.org/abs/" + version)
        .leaf("title", latest.title())
        .leaf("updated", seconds(latest.submitted()))
        .empty(
            "link",
            "href",
            "https://arxiv.org/abs/" + version,
            "rel",
            "alternate",
            "type",
            "text/html")
        .empty(
            "link",
            "href",
            "https://arxiv.org/pdf/" + version,
            "rel",
            "related",
            "type",
            "application/pdf",
            "title",
            "pdf")
        .leaf("summary", latest.text());
    for (String category : paper.categories()) {
      xml.empty("category", "term", category, "scheme", "http://arxiv.org/schemas/atom");
    }
    xml.leaf("published", seconds(paper.submitted()));
    latest.comments().ifPresent(c -> xml.leaf("arxiv:comment", c));
    xml.empty("arxiv:primary_category", "term", paper.categories().getFirst());
    paper.journal().ifPresent(j -> xml.leaf("arxiv:journal_ref", j));
    paper
        .authors()
        .forEach(
            author -> {
              xml.open("author").leaf("name", author.name());
              author.affiliation().ifPresent(a -> xml.leaf("arxiv:affiliation", a));
              xml.close();
            });
    paper.doi().ifPresent(doi -> doi(xml, doi));
    xml.close();
  }

  private static void doi(Xml xml, String doi) {
    xml.leaf("arxiv:doi", doi)
        .empty("link", "rel", "related", "href", "https://doi.org/" + doi, "title", "doi");
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
