package io.paperflow.enricher.links;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One way in which LaTeX, HTML or a PDF extractor writes a character of an address.
 *
 * @param written what stands in the text
 * @param meant what the author meant, may be empty
 */
record Escape(String written, String meant) {

  private static final List<Escape> ALL =
      List.of(
          // LaTeX
          new Escape("\\_", "_"),
          new Escape("{\\_}", "_"),
          new Escape("{_}", "_"),
          new Escape("$\\_$", "_"),
          new Escape("$_$", "_"),
          new Escape("\\textunderscore{}", "_"),
          new Escape("{\\textunderscore}", "_"),
          new Escape("\\textunderscore ", "_"),
          new Escape("\\%", "%"),
          new Escape("\\#", "#"),
          new Escape("{\\#}", "#"),
          new Escape("\\&", "&"),
          new Escape("{\\&}", "&"),
          new Escape("\\~{}", "~"),
          new Escape("{\\~{}}", "~"),
          new Escape("{\\~}", "~"),
          new Escape("\\~", "~"),
          new Escape("$\\sim$", "~"),
          new Escape("{$\\sim$}", "~"),
          new Escape("$\\tilde{}$", "~"),
          new Escape("\\textasciitilde{}", "~"),
          new Escape("{\\textasciitilde}", "~"),
          new Escape("\\textasciitilde ", "~"),
          new Escape("{-}", "-"),
          new Escape("{.}", "."),
          new Escape("{/}", "/"),
          new Escape("\\/", "/"),
          new Escape("\\-", ""),
          new Escape("\\allowbreak{}", ""),
          new Escape("\\allowbreak ", ""),
          // HTML
          new Escape("&amp;", "&"),
          new Escape("&lt;", "<"),
          new Escape("&gt;", ">"),
          new Escape("&quot;", "\""),
          new Escape("&nbsp;", " "),
          // Characters that a PDF puts in the place of others
          new Escape("\u00ad", ""),
          new Escape("\u200b", ""),
          new Escape("\u200c", ""),
          new Escape("\u200d", ""),
          new Escape("\u2060", ""),
          new Escape("\ufeff", ""),
          new Escape("\u2010", "-"),
          new Escape("\u2011", "-"),
          new Escape("\u2212", "-"),
          new Escape("\u02dc", "~"),
          new Escape("\u223c", "~"),
          new Escape("\u2044", "/"),
          new Escape("\u2215", "/"),
          new Escape("\uff0f", "/"),
          new Escape("\uff1a", ":"),
          new Escape("\ufb00", "ff"),
          new Escape("\ufb01", "fi"),
          new Escape("\ufb02", "fl"),
          new Escape("\ufb03", "ffi"),
          new Escape("\ufb04", "ffl"));

  private static final Map<Character, List<Escape>> BY_FIRST =
      ALL.stream()
          .sorted(Comparator.comparingInt((Escape e) -> e.written.length()).reversed())
          .collect(
              Collectors.groupingBy(e -> e.written.charAt(0), Collectors.toUnmodifiableList()));

  // Asked for every character: cheaper than the map.
  private static final BitSet FIRST = new BitSet();

  static {
    ALL.forEach(escape -> FIRST.set(escape.written.charAt(0)));
  }

  /** The escapes that begin with a character, longer ones first. */
  static List<Escape> startingWith(char first) {
    return FIRST.get(first) ? BY_FIRST.getOrDefault(first, List.of()) : List.of();
  }
}
