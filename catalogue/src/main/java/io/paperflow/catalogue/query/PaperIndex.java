package io.paperflow.catalogue.query;

import io.paperflow.catalogue.paper.Paper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where papers are found. Implementations are thread-safe. */
public interface PaperIndex {

  /**
   * One page of a search. Following {@link SearchResult#next()} to the end gives every matching
   * paper exactly once, as long as the pages are asked for within a few minutes of each other;
   * later, papers which changed in the meantime may be missed or met again.
   *
   * @throws InvalidSearchException when the cursor was not made by this index
   * @throws IndexUnavailableException when the index cannot answer now
   */
  SearchResult search(SearchRequest request);

  /** Gives back what the index keeps for a page that nobody will ask for. */
  void forget(Cursor next);

  /**
   * The paper with this id or any other of its identifiers.
   *
   * @throws IndexUnavailableException when the index cannot answer now
   */
  Optional<Paper> find(String id);

  /**
   * Papers about the same as another, the most similar first; none when there are none.
   *
   * @param size most papers, at least 1
   * @throws IndexUnavailableException when the index cannot answer now
   */
  List<Paper> similar(Paper paper, int size);

  /**
   * What a text that is being typed could become.
   *
   * @param size most suggestions, at least 1
   * @throws IndexUnavailableException when the index cannot answer now
   */
  List<Suggestion> suggest(String typed, int size);

  /**
   * The sources of the papers, the one with the most papers first.
   *
   * @throws IndexUnavailableException when the index cannot answer now
   */
  List<SourceState> sources();

  /**
   * Papers that name a repository, the newest first.
   *
   * @param url as links have it, in any case
   * @param size most papers, at least 1
   * @throws IndexUnavailableException when the index cannot answer now
   */
  List<Paper> naming(String url, int size);

  /**
   * The day of the newest daily list; empty when there is none.
   *
   * @throws IndexUnavailableException when the index cannot answer now
   */
  Optional<LocalDate> newestList();
}
