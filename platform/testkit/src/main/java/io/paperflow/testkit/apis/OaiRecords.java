package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.ArxivPaper;
import io.paperflow.testkit.world.ArxivVersion;
import io.paperflow.testkit.world.Author;
import io.paperflow.testkit.world.ShownPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes records in one of arXiv's formats. */
final class OaiRecords {

  private static final DateTimeFormatter VERSION_TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Xml xml;
  private final String format;

  OaiRecords(Xml xml, String format) {
    this.xml = xml;
    this.format = format;
  }

  void record(ShownPaper paper) {
    xml.open("record");
    header(paper);
    xml.open("metadata");
    switch (format) {
      case "arXiv" -> arxiv(paper);
      case "arXivRaw" -> raw(paper);
      default -> dublinCore(paper);
    }
    xml.close().close();
  }

  void header(ShownPaper paper) {
    xml.open("header")
        .leaf("identifier", "oai:arXiv.org:" + paper.id())
        .leaf("datestamp", paper.latest().batch().toString());
    paper.paper().categories().forEach(c -> xml.leaf("setSpec", OaiSets.of(c)));
    xml.close();
  }

  private void arxiv(ShownPaper shown) {
    ArxivPaper paper = shown.paper();
    ArxivVersion latest = shown.latest();
    xml.open("arXiv", "xmlns", "http://arxiv.org/OAI/arXiv/")
        .leaf("id", paper.id())
        .leaf("created", day(paper.submitted()));
    if (latest.number() > 1) {
      xml.leaf("updated", day(latest.submitted()));
    }
    xml.open("authors");
    paper.authors().forEach(this::author);
    xml.close().leaf("title", latest.title());
    xml.leaf("categories", String.join(" ", paper.categories()));
    common(shown);
    xml.leaf("abstract", latest.text()).close();
  }

  private void author(Author author) {
    xml.open("author").leaf("keyname", author.family()).leaf("forenames", author.given());
    author.affiliation().ifPresent(a -> xml.leaf("affiliation", a));
    xml.close();
  }

  private void raw(ShownPaper shown) {
    ArxivPaper paper = shown.paper();
    xml.open("arXivRaw", "xmlns", "http://arxiv.org/OAI/arXivRaw/")
        .leaf("id", paper.id())
        .leaf("submitter", paper.authors().getFirst().name());
    shown.versions().forEach(this::version);
    xml.leaf("title", shown.latest().title())
        .leaf(
            "authors",
            paper.authors().stream()
                .map(a -> a.name() + a.affiliation().map(at -> " (" + at + ")").orElse(""))
                .collect(Collectors.joining(", ")))
        .leaf("categories", String.join(" ", paper.categories()));
    common(shown);
    xml.leaf("abstract", "  " + shown.latest().text() + "\n").close();
  }

  private void version(ArxivVersion version) {
    xml.open("version", "version", "v" + version.number())
        .leaf("date", VERSION_TIME.format(version.submitted()))
        .leaf("size", version.withdrawn() ? "0kb" : "14kb");
    if (version.withdrawn()) {
      xml.leaf("source_type", "I");
    } else if (version.number() == 1) {
      xml.leaf("source_type", "D");
    }
    xml.close();
  }

  /** What both of arXiv's own formats have in the same words. */
  private void common(ShownPaper shown) {
    shown.latest().comments().ifPresent(c -> xml.leaf("comments", c));
    shown.paper().journal().ifPresent(j -> xml.leaf("journal-ref", j));
    shown.paper().doi().ifPresent(d -> xml.leaf("doi", d));
    xml.leaf("license", shown.paper().licence());
  }

  private void dublinCore(ShownPaper shown) {
    ArxivPaper paper = shown.paper();
    xml.open(
        "oai_dc:dc",
        "xmlns:oai_dc",
        "http://www.openarchives.org/OAI/2.0/oai_dc/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.leaf("dc:title", shown.latest().title());
    paper.authors().forEach(a -> xml.leaf("dc:creator", a.family() + ", " + a.given()));
    xml.leaf("dc:subject", "Machine Learning").leaf("dc:description", shown.latest().text());
    shown.latest().comments().ifPresent(c -> xml.leaf("dc:description", c));
    shown.versions().forEach(v -> xml.leaf("dc:date", day(v.submitted())));
    xml.leaf("dc:type", "text").leaf("dc:identifier", "http://arxiv.org/abs/" + paper.id());
    paper.doi().ifPresent(d -> xml.leaf("dc:identifier", "doi:" + d));
    xml.close();
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
