package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import io.paperflow.catalogue.query.Condition;
import io.paperflow.catalogue.query.Condition.Contains;
import io.paperflow.catalogue.query.Condition.Count;
import io.paperflow.catalogue.query.Condition.Counts;
import io.paperflow.catalogue.query.Condition.Has;
import io.paperflow.catalogue.query.Condition.Is;
import io.paperflow.catalogue.query.Condition.Label;
import io.paperflow.catalogue.query.Condition.Listed;
import io.paperflow.catalogue.query.Condition.Published;
import io.paperflow.catalogue.query.Condition.Text;
import io.paperflow.catalogue.query.Span;
import java.time.LocalDate;

/** Conditions as queries. */
final class ConditionQueries {

  private ConditionQueries() {}

  /**
   * A condition as a query.
   *
   * @param none whom words ask for of which the analysis leaves nothing
   */
  static Query of(Condition condition, ZeroTermsQuery none) {
    return switch (condition) {
      case Contains(Text field, String words, boolean phrase) ->
          phrase ? phrase(field(field), words, none) : words(field(field), words, none);
      case Is(Label label, String value) ->
          label == Label.CATEGORY ? category(value) : is(field(label), value);
      case Has(Condition.Thing thing) -> has(thing);
      case Published(Span<LocalDate> days) -> published(days);
      case Listed(Span<LocalDate> days) -> days("daily.date", days);
      case Counts(Count count, Span<Integer> span) -> counts(field(count), span);
    };
  }

  /** Published in these days, the last one to its end. */
  static Query published(Span<LocalDate> days) {
    return days("published", days);
  }

  private static Query days(String field, Span<LocalDate> days) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.date(
                        d -> {
                          d.field(field).format("strict_date");
                          days.from().map(LocalDate::toString).ifPresent(d::gte);
                          // Rounded up by Elasticsearch to the last millisecond of the day.
                          days.to().map(LocalDate::toString).ifPresent(d::lte);
                          return d;
                        })));
  }

  /** Counted so often. */
  static Query counts(String field, Span<Integer> span) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.number(
                        n -> {
                          n.field(field);
                          span.from().map(Integer::doubleValue).ifPresent(n::gte);
                          span.to().map(Integer::doubleValue).ifPresent(n::lte);
                          return n;
                        })));
  }

  private static Query words(String field, String words, ZeroTermsQuery none) {
    return QueryBuilders.match(
        m -> m.field(field).query(words).operator(Operator.And).zeroTermsQuery(none));
  }

  private static Query phrase(String field, String words, ZeroTermsQuery none) {
    return QueryBuilders.matchPhrase(m -> m.field(field).query(words).zeroTermsQuery(none));
  }

  private static Query is(String field, String value) {
    return QueryBuilders.term(t -> t.field(field).value(value).caseInsensitive(true));
  }

  private static Query category(String value) {
    Query below =
        QueryBuilders.prefix(p -> p.field("categories").value(value + ".").caseInsensitive(true));
    return QueryBuilders.bool(b -> b.should(is("categories", value)).should(below));
  }

  private static Query has(Condition.Thing thing) {
    return switch (thing) {
      case CODE -> QueryBuilders.term(t -> t.field("hasCode").value(true));
      case MODEL -> is("links.kind", "model_or_dataset");
      case DEMO -> is("links.kind", "demo");
      case PAGE -> is("links.kind", "project_page");
    };
  }

  private static String field(Text field) {
    return switch (field) {
      case TITLE -> "title";
      case ABSTRACT -> "abstract";
      case AUTHOR -> "authors.name";
      case VENUE -> "venue";
      case KEYWORD -> "keywords";
    };
  }

  private static String field(Label label) {
    return switch (label) {
      case CATEGORY -> "categories";
      case SOURCE -> "sources";
      case LANGUAGE -> "code.language";
      case LICENSE -> "code.license";
    };
  }

  private static String field(Count count) {
    return switch (count) {
      case STARS -> "code.stars";
      case VOTES -> "daily.upvotes";
    };
  }
}
