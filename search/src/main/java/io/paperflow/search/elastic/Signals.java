package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/**
 * What counts for a paper beside the words: {@code 2 / (1 + age in years) + log10(1 + votes) +
 * log10(1 + stars)} is added to how well its words match, which is some 10 to 60. So it decides
 * between papers that match alike, and never puts one that merely holds the words before one that
 * is called so.
 */
final class Signals {

  /** Added to the newest papers. */
  private static final float FRESHNESS = 2;

  /** The age at which half of it is left. */
  private static final Time HALF = Time.of(t -> t.time("365d"));

  /** All of one day are equally old, so that pages of one search rank alike. */
  private static final String TODAY = "now/d";

  private Signals() {}

  /** A query whose hits rank by their signals too. */
  static Query with(Query query) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.must(query)
                        .should(freshness())
                        .should(counted("daily.upvotes"))
                        .should(counted("code.stars"))));
  }

  private static Query freshness() {
    return Query.of(
        q ->
            q.distanceFeature(
                d -> d.date(t -> t.field("published").origin(TODAY).pivot(HALF).boost(FRESHNESS))));
  }

  /** Asked only of papers that have the count, which are few. */
  private static Query counted(String field) {
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(has -> has.exists(e -> e.field(field)))
                        .functions(
                            one ->
                                one.fieldValueFactor(
                                    v -> v.field(field).modifier(FieldValueFactorModifier.Log1p)))
                        .boostMode(FunctionBoostMode.Replace)));
  }
}
