package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperflow.catalogue.query.Facets;
import io.paperflow.catalogue.query.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a search begins in which words and meaning have a say: papers in the order of both. They come
 * before all others that have the words, so that pages, facets and cursors go by one query.
 *
 * @param matching which papers the words find
 * @param ids of papers, the best first
 * @param overview of all that the search finds; none where words alone decide
 */
record Head(Matching matching, List<String> ids, Optional<Overview> overview) {

  /** How much a search finds. */
  record Overview(long total, Facets facets) {}

  /**
   * The score of the last one of a head, more than any words bring. A float tells its neighbours
   * apart.
   */
  private static final int LEAST_SCORE = 10_000;

  Head {
    ids = List.copyOf(ids);
  }

  /** A search in which words alone decide. */
  static Head words(Matching matching) {
    return new Head(matching, List.of(), Optional.empty());
  }

  /**
   * The papers of a page and one more, which tells whether there is another page.
   *
   * @param after sort values of the last hit before the page; none before the first
   * @return fewer, or none, when the page is not wholly within the head
   */
  List<String> page(List<String> after, int size) {
    int from = after.isEmpty() ? 0 : ids.indexOf(after.getLast()) + 1;
    boolean within = after.isEmpty() || from > 0;
    return within ? ids.subList(from, Math.min(ids.size(), from + size + 1)) : List.of();
  }

  /** The sort values of one of the papers, as the query gives them. */
  List<String> sortValues(String id) {
    return List.of(Float.toString(score(ids.indexOf(id))), id);
  }

  private float score(int place) {
    return LEAST_SCORE + ids.size() - place;
  }

  /** The query with these papers before its hits, also those that it does not find. */
  Query before(Query query) {
    if (ids.isEmpty()) {
      return query;
    }
    List<Query> all = new ArrayList<>();
    all.add(query);
    for (int place = 0; place < ids.size(); place++) {
      String id = ids.get(place);
      float own = score(place);
      all.add(
          Query.of(
              q ->
                  q.constantScore(
                      c -> c.filter(f -> f.term(t -> t.field("id").value(id))).boost(own))));
    }
    // The larger of both scores: a paper of the head has its place, whatever its words bring.
    return Query.of(q -> q.disMax(d -> d.queries(all)));
  }
}
