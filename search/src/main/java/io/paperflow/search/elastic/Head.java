package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperflow.search.query.Matching;
import java.util.ArrayList;
import java.util.List;

/**
 * How a search begins in which words and meaning have a say: papers in the order of both. They come
 * before all others that have the words, so that pages, facets and cursors go by one query.
 *
 * @param matching which papers the words find
 * @param ids of papers, the best first
 */
record Head(Matching matching, List<String> ids) {

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
    return new Head(matching, List.of());
  }

  /** The query with these papers before its hits, also those that it does not find. */
  Query before(Query query) {
    if (ids.isEmpty()) {
      return query;
    }
    List<Query> all = new ArrayList<>();
    all.add(query);
    int score = LEAST_SCORE + ids.size();
    for (String id : ids) {
      float own = score--;
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
