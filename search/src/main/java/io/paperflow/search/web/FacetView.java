package io.paperflow.search.web;

import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.query.Facets;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.SearchRequest;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values by which a search can be narrowed. Public for the templates.
 *
 * @param label of what they are values
 */
public record FacetView(String label, List<Value> values) {

  public FacetView {
    values = List.copyOf(values);
  }

  /**
   * One value.
   *
   * @param count of papers, for people
   * @param url of the narrowed search
   */
  public record Value(String label, String count, String url) {}

  /** The facets which can narrow this search further. */
  static List<FacetView> of(SearchRequest request, Facets facets) {
    Filters filters = request.filters();
    return Stream.of(
            filters.hasCode().isPresent()
                ? none("Code")
                : facet(
                    "Code",
                    facets.code(),
                    value -> value.equals("true") ? "With code" : "Without code",
                    value -> filters.withHasCode(Optional.of(Boolean.valueOf(value))),
                    request),
            filters.from().isPresent() || filters.to().isPresent()
                ? none("Year")
                : facet("Year", facets.year(), value -> value, year(filters), request),
            filters.language().isPresent()
                ? none("Language")
                : facet(
                    "Language",
                    facets.language(),
                    value -> value,
                    value -> filters.withLanguage(Optional.of(value)),
                    request),
            filters.license().isPresent()
                ? none("Licence of the code")
                : facet(
                    "Licence of the code",
                    facets.license(),
                    value -> value,
                    value -> filters.withLicense(Optional.of(value)),
                    request),
            filters.category().isPresent()
                ? none("Category")
                : facet(
                    "Category",
                    facets.category(),
                    value -> value,
                    value -> filters.withCategory(Optional.of(value)),
                    request),
            filters.source().isPresent()
                ? none("Source")
                : facet(
                    "Source",
                    facets.source(),
                    Words::source,
                    value -> filters.withSource(Optional.of(value)),
                    request))
        .filter(facet -> !facet.values().isEmpty())
        .toList();
  }

  private static FacetView none(String label) {
    return new FacetView(label, List.of());
  }

  private static Function<String, Filters> year(Filters filters) {
    return value -> {
      Year year = Year.parse(value);
      return filters.withDates(
          Optional.of(year.atDay(1)), Optional.of(year.atMonth(12).atEndOfMonth()));
    };
  }

  private static FacetView facet(
      String label,
      List<Facets.Value> values,
      Function<String, String> name,
      Function<String, Filters> narrowed,
      SearchRequest request) {
    return new FacetView(
        label,
        values.stream()
            .map(
                value ->
                    new Value(
                        name.apply(value.value()),
                        Words.count(value.count()),
                        PageLinks.search(request.with(narrowed.apply(value.value())))))
            .toList());
  }
}
