package io.paperflow.indexer.fusion;

import java.util.Comparator;
import java.util.List;

/**
 * Whose word counts first for each field of a paper: the archive that holds the paper, then its
 * venue, then those who describe papers of others. Sources not named here come last, by name.
 */
public final class SourcePriority {

  private static final List<String> ORDER =
      List.of(
          "arxiv",
          "arxiv-raw",
          "arxiv-api",
          "arxiv-dc",
          "arxiv-rss",
          "openreview",
          "acl-anthology",
          "biorxiv",
          "medrxiv",
          "crossref",
          "openalex",
          "semantic-scholar",
          "huggingface-daily-papers",
          "huggingface-papers",
          "papers-with-code",
          "papers-with-code-links");

  static final Comparator<Statement> STATEMENTS =
      Comparator.<Statement>comparingInt(statement -> rank(statement.source()))
          .thenComparing(Statement::source)
          .thenComparing(Statement::part)
          .thenComparing(Statement::sourceTime, Comparator.reverseOrder())
          .thenComparing(Statement::paperKey);

  private SourcePriority() {}

  private static int rank(String source) {
    int place = ORDER.indexOf(source);
    return place < 0 ? ORDER.size() : place;
  }
}
