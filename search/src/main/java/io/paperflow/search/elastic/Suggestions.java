package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.query.Suggestion;
import io.paperflow.elastic.IndexNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Titles and authors that begin with, or hold, what was typed so far. */
final class Suggestions {

  /** First letters of the last word that are enough to look for it. */
  private static final int LEAST_LETTERS = 2;

  /** Words of the index that the last word may stand for. */
  private static final int MOST_WORDS = 50;

  private Suggestions() {}

  static boolean isEnough(String typed) {
    return typed.strip().length() >= LEAST_LETTERS;
  }

  static SearchRequest request(String typed, int size) {
    return SearchRequest.of(
        s ->
            s.index(IndexNames.PAPERS)
                .query(Signals.with(query(typed)))
                .size(size)
                .trackTotalHits(t -> t.enabled(false))
                .timeout("500ms")
                .source(f -> f.filter(i -> i.includes("title", "authors.name"))));
  }

  private static Query query(String typed) {
    Query title =
        QueryBuilders.multiMatch(
            m ->
                m.fields("title.exact")
                    .query(typed)
                    .type(TextQueryType.BoolPrefix)
                    .operator(Operator.And)
                    .maxExpansions(MOST_WORDS));
    Query author =
        QueryBuilders.matchPhrasePrefix(
            m -> m.field("authors.name").query(typed).maxExpansions(MOST_WORDS).boost(2f));
    return Query.of(q -> q.bool(b -> b.should(title).should(author).minimumShouldMatch("1")));
  }

  /** What of the papers that were found is like what was typed: authors first. */
  static List<Suggestion> of(String typed, List<ObjectNode> papers, int size) {
    String last = typed.strip().toLowerCase(Locale.ROOT);
    Stream<Suggestion> authors =
        papers.stream()
            .flatMap(paper -> paper.path("authors").valueStream())
            .map(author -> author.path("name").asText())
            .filter(name -> (" " + name.toLowerCase(Locale.ROOT)).contains(" " + last))
            .map(name -> new Suggestion(Suggestion.Kind.AUTHOR, name));
    Stream<Suggestion> titles =
        papers.stream()
            .map(paper -> paper.path("title"))
            .filter(JsonNode::isTextual)
            .map(title -> new Suggestion(Suggestion.Kind.TITLE, title.asText()));
    return Stream.concat(authors.distinct().limit(Math.max(1, size / 2)), titles)
        .distinct()
        .limit(size)
        .toList();
  }
}
