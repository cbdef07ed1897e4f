package io.paperflow.standalone;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Invented papers in the form of the arXiv snapshot, about 1.3 KB each; the same papers for the
 * same series.
 *
 * @param series year and month of their ids, such as 2601; tests on the same servers keep apart by
 *     it
 * @param count how many, at most 99,999
 */
record InventedPapers(String series, int count) {

  private static final String[] WORDS = {
    "a", "bound", "code", "deep", "every", "flow", "graph", "hidden", "image", "joint", "kernel",
    "layer", "model", "noise", "order", "prior", "query", "robust", "sparse", "token", "uniform",
    "value", "wide", "we", "yield", "zero"
  };

  private static final int ABSTRACT_WORDS = 150;

  /** What the document ids begin with. */
  String idPrefix() {
    return "arxiv:" + series + ".";
  }

  /** Titles by document id. */
  Map<String, String> titles() {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(n -> "arxiv:" + id(n), this::title, (a, _) -> a, TreeMap::new));
  }

  /** Writes all papers, one a line. */
  Path writeTo(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < count; n++) {
        out.write(line(n));
        out.write('\n');
      }
    }
    return file;
  }

  private String id(int n) {
    return "%s.%05d".formatted(series, n);
  }

  private String title(int n) {
    return "Paper %d of %s: %s".formatted(n, series, words(new Random(n), 6));
  }

  private String line(int n) {
    String link =
        n % 3 == 0 ? " Code: https://github.com/invented-%s/p%d.".formatted(series, n) : "";
    return """
        {"id": "%s", "submitter": "Ina Author", "authors": "Ina Author and Bo Writer", \
        "title": "%s", "comments": "%d pages", "journal-ref": null, "doi": null, \
        "categories": "cs.LG cs.AI", "license": null, "abstract": "  %s.%s\\n", \
        "versions": [{"version": "v1", "created": "Thu, 1 Jan 2026 17:59:58 GMT"}], \
        "update_date": "2026-01-02", "authors_parsed": [["Author", "Ina", ""], ["Writer", "Bo", ""]]}"""
        .formatted(id(n), title(n), 8 + n % 30, words(new Random(~n), ABSTRACT_WORDS), link);
  }

  private static String words(Random random, int number) {
    return IntStream.range(0, number)
        .mapToObj(_ -> WORDS[random.nextInt(WORDS.length)])
        .collect(Collectors.joining(" "));
  }
}
