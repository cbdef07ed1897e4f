package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.AnthologyPaper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a collection of the ACL Anthology. */
final class AnthologyXml {

  private AnthologyXml() {}

  /** All papers are of one collection; at least one. */
  static String of(List<AnthologyPaper> papers) {
    Map<String, List<AnthologyPaper>> volumes =
        papers.stream()
            .collect(
                Collectors.groupingBy(AnthologyPaper::volume, TreeMap::new, Collectors.toList()));
    Xml xml = Xml.document().open("collection", "id", papers.getFirst().collection());
    volumes.forEach((name, content) -> volume(xml, name, content));
    return xml.close().toString();
  }

  private static void volume(Xml xml, String name, List<AnthologyPaper> papers) {
    xml.open("volume", "id", name, "ingest-date", "2026-07-01", "type", "proceedings");
    xml.open("meta").leaf("booktitle", "Proceedings of an Invented Meeting: " + name);
    papers.getFirst().year().ifPresent(year -> xml.leaf("year", year.toString()));
    xml.leaf("venue", "inv").close();
    papers.forEach(paper -> paper(xml, paper));
    xml.close();
  }

  private static void paper(Xml xml, AnthologyPaper paper) {
    xml.open("paper", "id", Integer.toString(paper.number()));
    xml.leaf("title", paper.title());
    paper
        .authors()
        .forEach(a -> xml.open("author").leaf("first", a.given()).leaf("last", a.family()).close());
    xml.leaf("abstract", paper.text());
    xml.leaf("url", paper.id(), "hash", "deadbeef");
    paper.doi().ifPresent(doi -> xml.leaf("doi", doi));
    paper
        .repository()
        .ifPresent(
            url ->
                xml.leaf(
                    "pwccode",
                    url.substring("https://github.com/".length()),
                    "url",
                    url,
                    "additional",
                    "false"));
    xml.close();
  }
}
