package io.paperflow.standalone;

import io.paperflow.enricher.links.FoundLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Links as rows for people: what each is, and below it where it stands in the text. */
final class LinkTable {

  private static final int CONTEXT = 60;
  private static final String ROW = "%-16s %-11s %-9s %-10s %-20s %s";

  private LinkTable() {}

  static List<String> rows(String text, List<FoundLink> links) {
    if (links.isEmpty()) {
      return List.of("no links");
    }
    List<String> rows = new ArrayList<>();
    rows.add(ROW.formatted("KIND", "ROLE", "STATE", "CONFIDENCE", "RULE", "LINK"));
    for (FoundLink link : links) {
      rows.add(
          ROW.formatted(
              LinkLines.lower(link.kind()),
              LinkLines.lower(link.role()),
              LinkLines.lower(link.state()),
              String.format(Locale.ROOT, "%.2f", link.confidence()),
              link.rule(),
              Search.oneLine(link.url())));
      rows.add("    " + Search.oneLine(context(text, link)));
    }
    return rows;
  }

  private static String context(String text, FoundLink link) {
    int from = Math.max(0, link.start() - CONTEXT);
    int to = Math.min(text.length(), link.end() + CONTEXT / 2);
    return (from > 0 ? "…" : "")
        + text.substring(from, link.start())
        + "»"
        + link.raw()
        + "«"
        + text.substring(link.end(), to)
        + (to < text.length() ? "…" : "");
  }
}
