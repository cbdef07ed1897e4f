package io.paperflow.catalogue.query;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What hits are narrowed to.
 *
 * @param source name of a source which names the paper
 * @param category one of the paper's categories
 * @param hasCode whether a code repository is known
 * @param from first day of publication, in UTC
 * @param to last day of publication, in UTC
 * @param language main language of the paper's code, compared without case
 * @param license licence of the paper's code, as its forge says it
 * @param minStars least stars of the paper's code
 */
public record Filters(
    Optional<String> source,
    Optional<String> category,
    Optional<Boolean> hasCode,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> language,
    Optional<String> license,
    Optional<Integer> minStars) {

  /** No narrowing. */
  public static final Filters NONE =
      new Filters(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Only papers which this source names; of any source when empty. */
  public Filters withSource(Optional<String> value) {
    return new Filters(value, category, hasCode, from, to, language, license, minStars);
  }

  /** Only papers of this category; of any when empty. */
  public Filters withCategory(Optional<String> value) {
    return new Filters(source, value, hasCode, from, to, language, license, minStars);
  }

  /** Only papers with or without code; both when empty. */
  public Filters withHasCode(Optional<Boolean> value) {
    return new Filters(source, category, value, from, to, language, license, minStars);
  }

  /** Only papers published in this span; open where empty. */
  public Filters withDates(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new Filters(source, category, hasCode, first, last, language, license, minStars);
  }

  /** Only papers whose code is mainly in this language; in any when empty. */
  public Filters withLanguage(Optional<String> value) {
    return new Filters(source, category, hasCode, from, to, value, license, minStars);
  }

  /** Only papers whose code has this licence; any when empty. */
  public Filters withLicense(Optional<String> value) {
    return new Filters(source, category, hasCode, from, to, language, value, minStars);
  }

  /** Only papers whose code has so many stars; any number when empty. */
  public Filters withMinStars(Optional<Integer> value) {
    return new Filters(source, category, hasCode, from, to, language, license, value);
  }
}
