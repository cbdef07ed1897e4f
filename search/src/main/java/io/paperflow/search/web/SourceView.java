package io.paperflow.search.web;

import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.SourceState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A source as the page shows it. Public for the templates.
 *
 * @param papers how many it names, for people
 * @param url of its papers
 * @param newestArrival day, or empty
 * @param newestPaper day, or empty
 */
public record SourceView(
    String label, String papers, String url, String newestArrival, String newestPaper) {

  static SourceView of(SourceState source) {
    return new SourceView(
        Words.source(source.name()),
        Words.count(source.papers()),
        PageLinks.search(Filters.NONE.withSource(Optional.of(source.name()))),
        day(source.newestArrival()),
        day(source.newestPaper()));
  }

  private static String day(Optional<Instant> time) {
    return time.map(instant -> Words.day(LocalDate.ofInstant(instant, ZoneOffset.UTC))).orElse("");
  }
}
