package io.paperflow.search.export;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.CodeSummary;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.Repository;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CSV by RFC 4180, with a line of names. Lists are joined by semicolons. A value that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
final class Csv implements Export {

  private static final String END = "\r\n";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "authors",
          "published",
          "categories",
          "sources",
          "url",
          "code",
          "stars",
          "language",
          "license");

  @Override
  public String suffix() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public String head() {
    return String.join(",", COLUMNS) + END;
  }

  @Override
  public String paper(Paper paper) {
    return Stream.of(
                paper.id(),
                paper.title(),
                paper.authors().stream().map(Author::name).collect(Collectors.joining("; ")),
                paper.published().map(time -> time.toString().substring(0, 10)).orElse(""),
                String.join("; ", paper.categories()),
                String.join("; ", paper.sources()),
                PaperAddress.of(paper).orElse(""),
                paper.repositories().stream()
                    .filter(repository -> repository.role().filter("own"::equals).isPresent())
                    .map(Repository::url)
                    .collect(Collectors.joining("; ")),
                paper.code().flatMap(CodeSummary::stars).map(String::valueOf).orElse(""),
                paper.code().flatMap(CodeSummary::language).orElse(""),
                paper.code().flatMap(CodeSummary::license).orElse(""))
            .map(Csv::value)
            .collect(Collectors.joining(","))
        + END;
  }

  private static String value(String text) {
    String line = OneLine.of(text);
    String harmless = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    boolean quoted = harmless.indexOf(',') >= 0 || harmless.indexOf('"') >= 0;
    return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
