package io.paperflow.enricher.links;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts how far found links agree with links labelled by a reader, one an address and text. */
final class Score {

  /**
   * A labelled link.
   *
   * @param url canonical
   * @param kind in lower case
   * @param role in lower case, empty when the reader gave none
   * @param state in lower case, empty when the reader gave none
   * @param raw as in the text
   * @param start its index in code points, -1 when the reader gave none
   */
  record Label(String url, String kind, String role, String state, String raw, int start) {}

  private static final String CODE = "code_repo";

  private final Map<String, Integer> counts = new HashMap<>();

  void add(String text, List<FoundLink> found, List<Label> labels) {
    Map<String, FoundLink> byUrl = new HashMap<>();
    found.forEach(link -> byUrl.putIfAbsent(link.url(), link));
    for (FoundLink link : byUrl.values()) {
      count("found");
      count("kind " + lower(link.kind()) + " found");
      count("role " + lower(link.role()) + " found");
      if (lower(link.kind()).equals(CODE)) {
        count("code found");
      }
    }
    for (Label label : labels) {
      count("labelled");
      count("kind " + label.kind() + " labelled");
      count("role " + label.role() + " labelled");
      if (label.kind().equals(CODE)) {
        count("code labelled");
      }
      FoundLink link = byUrl.remove(label.url());
      if (link == null) {
        System.out.println("missed: " + label);
      } else {
        compare(text, link, label);
      }
    }
    byUrl.values().forEach(link -> System.out.println("surplus: " + link));
  }

  private void compare(String text, FoundLink link, Label label) {
    count("both");
    if (label.kind().equals(CODE) && lower(link.kind()).equals(CODE)) {
      count("code both");
    }
    same("kind", label.kind(), lower(link.kind()), label);
    same("role", label.role(), lower(link.role()), label);
    same("state", label.state(), lower(link.state()), label);
    same("raw", label.raw(), link.raw(), label);
    String start = String.valueOf(text.codePointCount(0, link.start()));
    same("start", label.start() < 0 ? "" : String.valueOf(label.start()), start, label);
  }

  private void same(String what, String labelled, String found, Label label) {
    if (labelled.isEmpty()) {
      return;
    }
    count(what + " labelled");
    if (labelled.equals(found)) {
      count(what + " same");
      count(what + " " + labelled + " both");
    } else {
      System.out.println(what + " is " + found + ", labelled " + labelled + ": " + label.url());
    }
  }

  /**
   * Prints precision and recall of every kind or role: an address counts where both agree on it.
   */
  void printEach(String what) {
    counts.keySet().stream()
        .filter(key -> key.startsWith(what + " ") && key.split(" ").length == 3)
        .map(key -> key.substring(0, key.lastIndexOf(' ')))
        .distinct()
        .sorted()
        .forEach(
            value -> {
              int both = of(value + " both");
              System.out.printf(
                  Locale.ROOT,
                  "  %-22s precision %.3f of %d, recall %.3f of %d%n",
                  value,
                  (double) both / Math.max(1, of(value + " found")),
                  of(value + " found"),
                  (double) both / Math.max(1, of(value + " labelled")),
                  of(value + " labelled"));
            });
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  double precision() {
    return (double) of("both") / of("found");
  }

  double recall() {
    return (double) of("both") / of("labelled");
  }

  double codePrecision() {
    return (double) of("code both") / of("code found");
  }

  double codeRecall() {
    return (double) of("code both") / of("code labelled");
  }

  double agreement(String what) {
    int labelled = of(what + " labelled");
    return labelled == 0 ? 1 : (double) of(what + " same") / labelled;
  }

  void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%s: precision %.3f, recall %.3f of %d; code %.3f, %.3f of %d;"
            + " kind %.3f, role %.3f, state %.3f, raw %.3f%n",
        name,
        precision(),
        recall(),
        of("labelled"),
        codePrecision(),
        codeRecall(),
        of("code labelled"),
        agreement("kind"),
        agreement("role"),
        agreement("state"),
        agreement("raw"));
  }
}
