package io.paperflow.catalogue.query;

import java.util.List;

/**
 * How the matching papers divide; the most frequent values of each kind.
 *
 * @param source by the sources which name them
 * @param category by category
 * @param code {@code true} or {@code false}: whether a code repository is known
 * @param year by year of publication, the latest first
 * @param language by the main language of their code
 * @param license by the licence of their code
 */
public record Facets(
    List<Value> source,
    List<Value> category,
    List<Value> code,
    List<Value> year,
    List<Value> language,
    List<Value> license) {

  /** Not asked for. */
  public static final Facets NONE =
      new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Facets {
    source = List.copyOf(source);
    category = List.copyOf(category);
    code = List.copyOf(code);
    year = List.copyOf(year);
    language = List.copyOf(language);
    license = List.copyOf(license);
  }

  /** How many papers have a value. */
  public record Value(String value, long count) {}
}
