package io.paperflow.notifier.digest;

import io.paperflow.catalogue.page.CodeView;
import io.paperflow.catalogue.page.DateView;
import io.paperflow.catalogue.page.PageLinks;
import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.Paper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper in a delivery. Public for the templates.
 *
 * @param page its page here
 * @param lead the first sentences of the abstract
 * @param why it was chosen
 * @param code at most two of its repositories
 * @param abstractPage where it was published, as its PDF
 */
public record DigestPaper(
    String title,
    String page,
    String authors,
    String date,
    String lead,
    String why,
    List<CodeView> code,
    Optional<String> abstractPage,
    Optional<String> pdf) {

  private static final int MOST_CODE = 2;
  private static final int LEAD = 300;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern SENTENCE = Pattern.compile("[.!?](?= [\\p{Lu}\\d])|[.!?]$");

  public DigestPaper {
    code = List.copyOf(code);
  }

  /**
   * A paper and why it is in the delivery.
   *
   * @param base where this instance is reached, without a slash at its end
   */
  public static DigestPaper of(Paper paper, String why, String base) {
    return new DigestPaper(
        line((paper.withdrawn() ? "Withdrawn: " : "") + paper.title()),
        base + PageLinks.paper(paper.id()),
        line(Words.authors(paper.authors().stream().map(Author::name).toList())),
        DateView.of(paper).text(),
        lead(line(paper.abstractText().orElse(""))),
        line(why),
        CodeView.ofPaper(paper.repositories()).stream().limit(MOST_CODE).toList(),
        abstractPage(paper),
        pdf(paper));
  }

  /** On one line, without what a terminal or a mail header would obey. */
  static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** As many whole sentences as there is room for, else the beginning. */
  static String lead(String text) {
    if (text.length() <= LEAD) {
      return text;
    }
    Matcher sentence = SENTENCE.matcher(text);
    int end = 0;
    while (sentence.find() && sentence.end() <= LEAD) {
      end = sentence.end();
    }
    if (end > 0) {
      return text.substring(0, end);
    }
    int blank = text.lastIndexOf(' ', LEAD);
    return text.substring(0, blank > 0 ? blank : LEAD) + " …";
  }

  private static Optional<String> abstractPage(Paper paper) {
    return paper
        .arxivId()
        .map(id -> "https://arxiv.org/abs/" + id)
        .or(() -> paper.openreviewId().map(id -> "https://openreview.net/forum?id=" + id))
        .or(() -> paper.doi().map(doi -> "https://doi.org/" + doi));
  }

  private static Optional<String> pdf(Paper paper) {
    return paper
        .arxivId()
        .map(id -> "https://arxiv.org/pdf/" + id)
        .or(() -> paper.openreviewId().map(id -> "https://openreview.net/pdf?id=" + id));
  }
}
