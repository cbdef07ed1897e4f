package io.paperflow.search.export;

import io.paperflow.catalogue.paper.Paper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** RIS, as reference managers import it. */
final class Ris implements Export {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

  @Override
  public String suffix() {
    return "ris";
  }

  @Override
  public String mediaType() {
    return "application/x-research-info-systems";
  }

  @Override
  public String between() {
    return "\r\n";
  }

  @Override
  public String paper(Paper paper) {
    StringBuilder record = new StringBuilder();
    line(record, "TY", paper.journalRef().isPresent() ? "JOUR" : "UNPB");
    line(record, "TI", paper.title());
    paper.authors().forEach(author -> line(record, "AU", name(author.name())));
    paper
        .published()
        .map(DAY::format)
        .ifPresent(
            day -> {
              line(record, "PY", day.substring(0, 4));
              line(record, "DA", day);
            });
    line(record, "AB", paper.abstractText());
    line(record, "JO", paper.journalRef());
    line(record, "DO", paper.doi());
    line(record, "UR", PaperAddress.of(paper));
    paper.categories().forEach(category -> line(record, "KW", category));
    paper.repositories().stream()
        .filter(repository -> repository.role().filter("own"::equals).isPresent())
        .forEach(repository -> line(record, "L2", repository.url()));
    line(record, "ID", paper.id());
    return record.append("ER  - \r\n").toString();
  }

  private static String name(String name) {
    PersonName person = PersonName.of(name);
    return person.given().map(given -> person.family() + ", " + given).orElse(person.family());
  }

  private static void line(StringBuilder record, String tag, Optional<String> value) {
    value.ifPresent(text -> line(record, tag, text));
  }

  private static void line(StringBuilder record, String tag, String value) {
    record.append(tag).append("  - ").append(OneLine.of(value)).append("\r\n");
  }
}
