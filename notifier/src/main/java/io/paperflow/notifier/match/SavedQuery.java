package io.paperflow.notifier.match;

import io.paperflow.catalogue.paper.PaperIdentifier;
import io.paperflow.catalogue.query.Clause;
import io.paperflow.catalogue.query.Clause.Excluded;
import io.paperflow.catalogue.query.Clause.Phrase;
import io.paperflow.catalogue.query.Clause.Where;
import io.paperflow.catalogue.query.Clause.Word;
import io.paperflow.catalogue.query.Condition;
import io.paperflow.catalogue.query.Condition.Contains;
import io.paperflow.catalogue.query.Condition.Counts;
import io.paperflow.catalogue.query.Condition.Has;
import io.paperflow.catalogue.query.Condition.Is;
import io.paperflow.catalogue.query.Condition.Label;
import io.paperflow.catalogue.query.Condition.Listed;
import io.paperflow.catalogue.query.Condition.Published;
import io.paperflow.catalogue.query.SearchText;
import io.paperflow.catalogue.query.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * A search text as a query of Lucene that finds the papers which the search finds by every word:
 * not those that merely resemble it. Not thread-safe.
 */
final class SavedQuery {

  /** Where words are looked for, as in the search. */
  private static final List<String> ANYWHERE =
      List.of(
          Fields.TITLE,
          Fields.TITLE_EXACT,
          Fields.ABSTRACT,
          Fields.KEYWORDS,
          Fields.AUTHORS,
          Fields.REPOSITORY);

  /**
   * The same in fewer fields, for what lies in one value: a word, or words side by side. The values
   * of a field lie so far apart that no phrase reaches from one to the next.
   */
  private static final List<String> TOGETHER =
      List.of(Fields.TEXTS, Fields.NAMES, Fields.REPOSITORY);

  /** Whom words ask for of which the analysis leaves nothing. */
  private enum Nothing {
    MEANS_ALL,
    MEANS_NONE
  }

  private final QueryBuilder builder = new QueryBuilder(PaperAnalysis.standard());

  /** Empty when the text asks for nothing. */
  Optional<Query> of(SearchText text) {
    if (text.wanted().isEmpty() && text.conditions().isEmpty()) {
      return Optional.empty();
    }
    List<Query> every = new ArrayList<>();
    text.wanted().forEach(clause -> every.add(anywhere(clause, Nothing.MEANS_ALL)));
    text.conditions().forEach(condition -> every.add(condition(condition, Nothing.MEANS_ALL)));
    List<Query> none =
        text.unwanted().stream()
            .map(
                clause ->
                    clause instanceof Where(Condition condition)
                        ? condition(condition, Nothing.MEANS_NONE)
                        : anywhere(clause, Nothing.MEANS_NONE))
            .toList();
    Optional<PaperIdentifier> identifier = PaperIdentifier.in(text.text());
    List<Query> wanted =
        identifier.<List<Query>>map(one -> List.of(orIdentified(one, every))).orElse(every);
    if (wanted.size() == 1 && none.isEmpty()) {
      return Optional.of(wanted.getFirst());
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    wanted.forEach(one -> query.add(one, Occur.FILTER));
    none.forEach(one -> query.add(one, Occur.MUST_NOT));
    return Optional.of(query.build());
  }

  private static Query orIdentified(PaperIdentifier identifier, List<Query> every) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    every.forEach(one -> all.add(one, Occur.FILTER));
    return new BooleanQuery.Builder()
        .add(all.build(), Occur.SHOULD)
        .add(identified(identifier), Occur.SHOULD)
        .build();
  }

  private static Query identified(PaperIdentifier identifier) {
    return switch (identifier.scheme()) {
      case ARXIV -> exactly(Fields.ARXIV_ID, identifier.value());
      case DOI -> exactly(Fields.DOI, identifier.value());
      case OPENREVIEW -> exactly(Fields.OPENREVIEW_ID, identifier.value());
      case TITLE -> exactly(Fields.ID, identifier.id());
    };
  }

  private Query anywhere(Clause clause, Nothing nothing) {
    return switch (clause) {
      case Word(String words) ->
          any(isOne(words) ? TOGETHER : ANYWHERE, field -> words(field, words, nothing));
      case Phrase(String words) -> any(TOGETHER, field -> phrase(field, words, nothing));
      case Where _, Excluded _ ->
          throw new IllegalArgumentException("neither words nor a phrase: " + clause);
    };
  }

  /** Whether no analysis makes several words of a text. */
  private boolean isOne(String text) {
    return !(builder.createBooleanQuery(Fields.NAMES, text, Occur.MUST) instanceof BooleanQuery);
  }

  private static Query any(List<String> fields, Function<String, Query> reading) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    fields.forEach(field -> any.add(reading.apply(field), Occur.SHOULD));
    return any.build();
  }

  private Query words(String field, String words, Nothing nothing) {
    return Optional.ofNullable(builder.createBooleanQuery(field, words, Occur.MUST))
        .orElseGet(() -> none(nothing));
  }

  private Query phrase(String field, String words, Nothing nothing) {
    return Optional.ofNullable(builder.createPhraseQuery(field, words))
        .orElseGet(() -> none(nothing));
  }

  private static Query none(Nothing nothing) {
    return nothing == Nothing.MEANS_ALL ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
  }

  private Query condition(Condition condition, Nothing nothing) {
    return switch (condition) {
      case Contains(Condition.Text field, String words, boolean phrase) ->
          phrase ? phrase(field(field), words, nothing) : words(field(field), words, nothing);
      case Is(Label label, String value) ->
          label == Label.CATEGORY ? category(value) : label(field(label), value);
      case Has(Condition.Thing thing) -> has(thing);
      case Published(Span<LocalDate> days) -> days(Fields.PUBLISHED, days);
      case Listed(Span<LocalDate> days) -> days(Fields.LISTED, days);
      case Counts(Condition.Count count, Span<Integer> span) ->
          range(count == Condition.Count.STARS ? Fields.STARS : Fields.VOTES, span);
    };
  }

  private static Query days(String field, Span<LocalDate> days) {
    return range(
        field,
        new Span<>(
            days.from().map(day -> (int) day.toEpochDay()),
            days.to().map(day -> (int) day.toEpochDay())));
  }

  private static Query range(String field, Span<Integer> span) {
    return IntPoint.newRangeQuery(
        field, span.from().orElse(Integer.MIN_VALUE), span.to().orElse(Integer.MAX_VALUE));
  }

  private static Query category(String value) {
    return new BooleanQuery.Builder()
        .add(label(Fields.CATEGORY, value), Occur.SHOULD)
        .add(
            new PrefixQuery(new Term(Fields.CATEGORY, value.toLowerCase(Locale.ROOT) + ".")),
            Occur.SHOULD)
        .build();
  }

  private static Query has(Condition.Thing thing) {
    return switch (thing) {
      case CODE -> label(Fields.HAS_CODE, "true");
      case MODEL -> label(Fields.LINK_KIND, "model_or_dataset");
      case DEMO -> label(Fields.LINK_KIND, "demo");
      case PAGE -> label(Fields.LINK_KIND, "project_page");
    };
  }

  private static Query label(String field, String value) {
    return exactly(field, value.toLowerCase(Locale.ROOT));
  }

  private static Query exactly(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static String field(Condition.Text field) {
    return switch (field) {
      case TITLE -> Fields.TITLE;
      case ABSTRACT -> Fields.ABSTRACT;
      case AUTHOR -> Fields.AUTHORS;
      case VENUE -> Fields.VENUE;
      case KEYWORD -> Fields.KEYWORDS;
    };
  }

  private static String field(Label label) {
    return switch (label) {
      case CATEGORY -> Fields.CATEGORY;
      case SOURCE -> Fields.SOURCE;
      case LANGUAGE -> Fields.LANGUAGE;
      case LICENSE -> Fields.LICENSE;
    };
  }
}
