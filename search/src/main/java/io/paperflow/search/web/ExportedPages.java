package io.paperflow.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.catalogue.query.Hit;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import io.paperflow.search.export.Export;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * All pages of a search as one file. Each is asked for when the one before is handed out, so that
 * memory holds two pages of any list. For one thread.
 */
@SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else.
final class ExportedPages implements Enumeration<InputStream> {

  private final PaperIndex papers;
  private final SearchRequest search;
  private final Export export;
  private Optional<SearchResult> page;
  private boolean begun;
  private boolean hasPapers;

  private ExportedPages(
      PaperIndex papers, SearchRequest search, Export export, SearchResult first) {
    this.papers = papers;
    this.search = search;
    this.export = export;
    page = Optional.of(first);
  }

  /**
   * The file. Its first page is asked for at once, so that what is wrong with the search is told
   * before anything is sent.
   */
  static InputStream open(PaperIndex papers, SearchRequest search, Export export) {
    SearchRequest whole =
        new SearchRequest(
            search.text(),
            search.filters(),
            search.order(),
            SearchRequest.MAX_SIZE,
            Optional.empty());
    return new SequenceInputStream(new ExportedPages(papers, whole, export, papers.search(whole)));
  }

  @Override
  public boolean hasMoreElements() {
    return page.isPresent();
  }

  @Override
  public InputStream nextElement() {
    SearchResult result = page.orElseThrow(NoSuchElementException::new);
    StringBuilder text = new StringBuilder();
    if (!begun) {
      text.append(export.head());
      begun = true;
    }
    for (Hit hit : result.hits()) {
      String paper = export.paper(hit.paper());
      if (!paper.isEmpty()) {
        text.append(hasPapers ? export.between() : "").append(paper);
        hasPapers = true;
      }
    }
    page = result.next().map(next -> papers.search(search.at(Optional.of(next))));
    if (page.isEmpty()) {
      text.append(export.foot());
    }
    return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
  }
}
