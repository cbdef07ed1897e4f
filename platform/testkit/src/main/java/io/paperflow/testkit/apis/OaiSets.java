package io.paperflow.testkit.apis;

import java.util.Set;

/** arXiv's sets: {@code group:archive:category}, such as {@code cs:cs:LG}. */
final class OaiSets {

  private static final Set<String> PHYSICS = Set.of("hep-th", "quant-ph");

  private OaiSets() {}

  /** The set of a category. */
  static String of(String category) {
    int dot = category.indexOf('.');
    if (dot < 0) {
      return PHYSICS.contains(category) ? "physics:" + category : category;
    }
    String archive = category.substring(0, dot);
    return archive + ":" + archive + ":" + category.substring(dot + 1);
  }

  /** Whether a category is in a set or in one below it. */
  static boolean contains(String set, String category) {
    return of(category).equals(set) || of(category).startsWith(set + ":");
  }
}
