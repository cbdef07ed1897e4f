package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.List;

/**
 * What counts for a paper beside the words: {@code 2 · 0.5^(age in years) + log10(1 + votes) +
 * log10(1 + stars)} is added to how well its words match, which is some 10 to 60. So it decides
 * between papers that match alike, and never puts one that merely holds the words before one that
 * is called so.
 */
final class Signals {

  /** Added to the newest papers. */
  private static final double FRESHNESS = 2;

  /** The age in days after which half of it is left. */
  private static final String HALF_LIFE = "365d";

  /** All of one day are equally old, so that pages of one search rank alike. */
  private static final String TODAY = "now/d";

  private Signals() {}

  /** A query whose hits rank by their signals too. */
  static Query with(Query query) {
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(query)
                        .functions(
                            List.of(freshness(), counted("daily.upvotes"), counted("code.stars")))
                        .scoreMode(FunctionScoreMode.Sum)
                        .boostMode(FunctionBoostMode.Sum)));
  }

  /** A paper without a date would count as new. */
  private static FunctionScore freshness() {
    return FunctionScore.of(
        f ->
            f.filter(q -> q.exists(e -> e.field("published")))
                .weight(FRESHNESS)
                .exp(
                    e ->
                        e.untyped(
                            u ->
                                u.field("published")
                                    .placement(
                                        p ->
                                            p.origin(JsonData.of(TODAY))
                                                .scale(JsonData.of(HALF_LIFE))
                                                .decay(0.5)))));
  }

  private static FunctionScore counted(String field) {
    return FunctionScore.of(
        f ->
            f.fieldValueFactor(
                v -> v.field(field).modifier(FieldValueFactorModifier.Log1p).missing(0.0)));
  }
}
