package io.paperflow.search.export;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.Paper;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * BibTeX in UTF-8: an article when it is known where it appeared, else of type misc, with the
 * fields arXiv recommends for eprints. The key stays the same for a paper and is no other's.
 */
final class Bibtex implements Export {

  @Override
  public String suffix() {
    return "bib";
  }

  @Override
  public String mediaType() {
    return "application/x-bibtex";
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String paper(Paper paper) {
    Optional<LocalDate> day =
        paper.published().map(time -> time.atZone(ZoneOffset.UTC).toLocalDate());
    StringBuilder entry = new StringBuilder();
    entry.append(paper.journalRef().isPresent() ? "@article{" : "@misc{");
    entry.append(key(paper, day));
    field(entry, "title", Optional.of("{" + LatexText.of(paper.title()) + "}"));
    field(entry, "author", Optional.of(authors(paper)).filter(names -> !names.isEmpty()));
    field(entry, "year", day.map(LocalDate::getYear).map(String::valueOf));
    field(entry, "journal", paper.journalRef().map(LatexText::of));
    field(entry, "note", paper.venue().map(LatexText::of));
    field(entry, "eprint", paper.arxivId().map(Bibtex::bare));
    field(entry, "archivePrefix", paper.arxivId().map(_ -> "arXiv"));
    field(
        entry,
        "primaryClass",
        paper.arxivId().flatMap(_ -> paper.categories().stream().findFirst()).map(Bibtex::bare));
    field(entry, "doi", paper.doi().map(Bibtex::bare));
    field(entry, "url", PaperAddress.of(paper).map(Bibtex::bare));
    return entry.append("\n}\n").toString();
  }

  private static void field(StringBuilder entry, String name, Optional<String> value) {
    value.ifPresent(
        text -> entry.append(",\n  ").append(name).append(" = {").append(text).append('}'));
  }

  private static String authors(Paper paper) {
    return paper.authors().stream()
        .map(Author::name)
        .map(Bibtex::author)
        .collect(Collectors.joining(" and "));
  }

  private static String author(String name) {
    PersonName person = PersonName.of(name);
    return person
        .given()
        .map(given -> LatexText.of(person.family()) + ", " + LatexText.of(given))
        .orElseGet(() -> "{" + LatexText.of(person.family()) + "}");
  }

  private static String key(Paper paper, Optional<LocalDate> day) {
    String family =
        paper.authors().stream()
            .findFirst()
            .map(author -> letters(PersonName.of(author.name()).family()))
            .orElse("");
    String id = paper.id().substring(paper.id().indexOf(':') + 1);
    return family
        + day.map(LocalDate::getYear).map(String::valueOf).orElse("")
        + "_"
        + id.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** An identifier or address: read as it stands, so nothing in it may end the field. */
  private static String bare(String text) {
    return OneLine.of(text).replaceAll("[{}\\\\]", "");
  }
}
