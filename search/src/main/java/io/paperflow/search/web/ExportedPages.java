package io.paperflow.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Detail;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import io.paperflow.search.export.Export;
import java.io.InputStream;
import java.util.Optional;

/**
 * All pages of a search as one file. Each is asked for when what came before it has been read, so
 * that memory holds one page of any list, and nothing is asked for once the file is closed. For one
 * thread.
 */
final class ExportedPages extends InputStream {

  private final PaperIndex papers;
  private final SearchRequest search;
  private final Export export;

  /** Asked for and not yet written out. */
  private Optional<SearchResult> page;

  /** Where the page begins that is to be asked for. */
  private Optional<Cursor> next = Optional.empty();

  private byte[] text;
  private int at;
  private boolean hasPapers;

  private ExportedPages(
      PaperIndex papers, SearchRequest search, Export export, SearchResult first) {
    this.papers = papers;
    this.search = search;
    this.export = export;
    this.page = Optional.of(first);
    this.text = export.head().getBytes(UTF_8);
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
            Optional.empty(),
            Detail.PAPERS);
    return new ExportedPages(papers, whole, export, papers.search(whole));
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    while (at == text.length) {
      Optional<SearchResult> more =
          page.or(() -> next.map(cursor -> papers.search(search.at(Optional.of(cursor)))));
      if (more.isEmpty()) {
        return -1;
      }
      page = Optional.empty();
      next = more.get().next();
      text = written(more.get()).getBytes(UTF_8);
      at = 0;
    }
    int read = Math.min(length, text.length - at);
    System.arraycopy(text, at, target, offset, read);
    at += read;
    return read;
  }

  private String written(SearchResult result) {
    StringBuilder written = new StringBuilder();
    for (var hit : result.hits()) {
      String paper = export.paper(hit.paper());
      if (!paper.isEmpty()) {
        written.append(hasPapers ? export.between() : "").append(paper);
        hasPapers = true;
      }
    }
    return next.isEmpty() ? written.append(export.foot()).toString() : written.toString();
  }

  /** Whoever breaks off leaves nothing open in the index. */
  @Override
  public void close() {
    page.flatMap(SearchResult::next).or(() -> next).ifPresent(papers::forget);
    page = Optional.empty();
    next = Optional.empty();
    at = text.length;
  }
}
