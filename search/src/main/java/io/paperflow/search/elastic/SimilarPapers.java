package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.paperflow.elastic.IndexNames;
import java.util.List;

/** Papers about the same, by the words of title, abstract and keywords that tell a paper best. */
final class SimilarPapers {

  /** Words compared; more of them cost time and bring little. */
  private static final int WORDS = 25;

  /** A word that only this paper has leads nowhere. */
  private static final int PAPERS_WITH_A_WORD = 2;

  /** Share of the words that a similar paper has. */
  private static final String ENOUGH = "20%";

  private SimilarPapers() {}

  /**
   * The papers most like one, the most similar first, without itself.
   *
   * @param id of its document
   */
  static SearchRequest to(String id, int size) {
    return SearchRequest.of(
        s ->
            s.index(IndexNames.PAPERS)
                .query(about(id))
                .size(size)
                .trackTotalHits(t -> t.enabled(false))
                .source(PageRequest.SHOWN));
  }

  private static Query about(String id) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.must(
                            m ->
                                m.moreLikeThis(
                                    like ->
                                        like.fields(List.of("title", "abstract", "keywords"))
                                            .like(
                                                l ->
                                                    l.document(
                                                        d -> d.index(IndexNames.PAPERS).id(id)))
                                            .minTermFreq(1)
                                            .minDocFreq(PAPERS_WITH_A_WORD)
                                            .maxQueryTerms(WORDS)
                                            .minimumShouldMatch(ENOUGH)))
                        .mustNot(n -> n.term(t -> t.field("withdrawn").value(true)))));
  }
}
