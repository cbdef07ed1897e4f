package io.paperflow.catalogue.page;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.Hit;
import io.paperflow.catalogue.query.MarkedText;
import io.paperflow.catalogue.query.MarkedText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A hit as the page shows it. Public for the templates.
 *
 * @param snippet where the words were found in the abstract, else how it begins
 * @param code at most two of its repositories
 * @param note why it is shown; usually empty
 */
public record HitView(
    String url,
    List<Span> title,
    String authors,
    DateView date,
    String sources,
    String categories,
    List<Span> snippet,
    List<CodeView> code,
    Optional<Integer> upvotes,
    boolean withdrawn,
    String note) {

  private static final int MOST_CODE = 2;
  private static final int MOST_CATEGORIES = 3;
  private static final int LEAD = 320;

  public HitView {
    title = List.copyOf(title);
    snippet = List.copyOf(snippet);
    code = List.copyOf(code);
  }

  public static HitView of(Hit hit) {
    Paper paper = hit.paper();
    return new HitView(
        PageLinks.paper(paper.id()),
        hit.title().map(MarkedText::spans).orElse(List.of(new Span(paper.title(), false))),
        Words.authors(paper.authors().stream().map(Author::name).toList()),
        DateView.of(paper),
        paper.sources().stream().map(Words::source).collect(Collectors.joining(", ")),
        paper.categories().stream().limit(MOST_CATEGORIES).collect(Collectors.joining(", ")),
        snippet(hit),
        CodeView.ofPaper(paper.repositories()).stream().limit(MOST_CODE).toList(),
        paper.daily().flatMap(daily -> daily.upvotes()),
        paper.withdrawn(),
        "");
  }

  /** A paper that was not searched for, and why it is shown. */
  public static HitView of(Paper paper, String note) {
    HitView plain = of(new Hit(paper, Optional.empty(), Optional.empty(), List.of()));
    return new HitView(
        plain.url,
        plain.title,
        plain.authors,
        plain.date,
        plain.sources,
        plain.categories,
        plain.snippet,
        plain.code,
        plain.upvotes,
        plain.withdrawn,
        note);
  }

  private static List<Span> snippet(Hit hit) {
    List<Span> spans = new ArrayList<>();
    for (MarkedText excerpt : hit.excerpts()) {
      if (!spans.isEmpty()) {
        spans.add(new Span(" … ", false));
      }
      spans.addAll(excerpt.spans());
    }
    return spans.isEmpty()
        ? hit.paper().abstractText().map(text -> List.of(new Span(lead(text), false))).orElse(spans)
        : spans;
  }

  private static String lead(String text) {
    if (text.length() <= LEAD) {
      return text;
    }
    int end = text.lastIndexOf(' ', LEAD);
    return text.substring(0, end < LEAD / 2 ? LEAD : end) + " …";
  }
}
