package io.paperflow.catalogue.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.catalogue.query.Clause.Excluded;
import io.paperflow.catalogue.query.Clause.Phrase;
import io.paperflow.catalogue.query.Clause.Where;
import io.paperflow.catalogue.query.Clause.Word;
import io.paperflow.catalogue.query.Condition.Contains;
import io.paperflow.catalogue.query.Condition.Count;
import io.paperflow.catalogue.query.Condition.Counts;
import io.paperflow.catalogue.query.Condition.Has;
import io.paperflow.catalogue.query.Condition.Is;
import io.paperflow.catalogue.query.Condition.Label;
import io.paperflow.catalogue.query.Condition.Published;
import io.paperflow.catalogue.query.Condition.Text;
import io.paperflow.catalogue.query.Condition.Thing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void wordsPhrasesAndExclusionsAreRead() {
    assertEquals(
        List.of(
            new Word("graph"),
            new Phrase("neural networks"),
            new Excluded(new Word("survey")),
            new Excluded(new Phrase("extended abstract"))),
        clauses("graph \"neural networks\" -survey -\"extended abstract\""));
  }

  @Test
  void typographicQuotationMarksMakeAPhraseToo() {
    assertEquals(List.of(new Phrase("neural networks")), clauses("“neural networks”"));
  }

  @Test
  void aQuotationMarkThatNoneClosesBelongsToItsWord() {
    assertEquals(
        List.of(new Word("\"unbalanced"), new Word("quote")), clauses("\"unbalanced quote"));
    assertEquals(List.of(new Word("5\""), new Word("disks")), clauses("5\" disks"));
  }

  @Test
  void aMinusExcludesOnlyInFrontOfAWord() {
    assertEquals(List.of(new Word("state-of-the-art")), clauses("state-of-the-art"));
    assertEquals(List.of(new Word("a"), new Word("-"), new Word("b")), clauses("a - b"));
    assertEquals(List.of(new Word("a"), new Word("--"), new Word("b")), clauses("a -- b"));
    assertEquals(List.of(new Word("a"), new Word("--b")), clauses("a --b"));
    assertEquals(List.of(new Phrase("a"), new Word("-b")), clauses("\"a\"-b"));
  }

  @Test
  void fieldsMakeConditions() {
    assertEquals(
        List.of(
            new Word("graph"),
            where(new Contains(Text.AUTHOR, "Ada Quill", true)),
            where(new Contains(Text.AUTHOR, "quill", false)),
            where(new Is(Label.CATEGORY, "cs.CL")),
            where(new Has(Thing.CODE)),
            new Excluded(where(new Is(Label.SOURCE, "arxiv")))),
        clauses("graph author:\"Ada Quill\" Author:quill category:cs.CL has:code -source:arxiv"));
  }

  @ParameterizedTest
  @CsvSource({
    "date:2026-01..2026-03, 2026-01-01, 2026-03-31",
    "date:2024-02, 2024-02-01, 2024-02-29",
    "date:2026-11-27, 2026-11-27, 2026-11-27",
    "date:>2025, 2026-01-01,",
    "date:>=2025, 2025-01-01,",
    "date:<2025-03, , 2025-02-28",
    "date:<=2025-03, , 2025-03-31",
    "date:2025.., 2025-01-01,",
    "date:..2025, , 2025-12-31"
  })
  void datesAreSpansOfDays(String typed, @Nullable LocalDate from, @Nullable LocalDate to) {
    assertEquals(
        List.of(
            where(new Published(new Span<>(Optional.ofNullable(from), Optional.ofNullable(to))))),
        clauses(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "stars:>100, 101,",
    "stars:>=100, 100,",
    "stars:<100, , 99",
    "stars:100, 100, 100",
    "stars:10..20, 10, 20"
  })
  void countsAreSpansOfNumbers(String typed, @Nullable Integer from, @Nullable Integer to) {
    assertEquals(
        List.of(
            where(
                new Counts(
                    Count.STARS, new Span<>(Optional.ofNullable(from), Optional.ofNullable(to))))),
        clauses(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attention:",
        "note:this",
        "has:wings",
        "date:soon",
        "date:2026-13",
        "date:2026-02-30",
        "date:0000",
        "date:9999",
        "date:..",
        "date:2025..soon",
        "date:>",
        "stars:many",
        "stars:-1",
        "stars:>99999999999",
        "author:\"\"",
        "re:author:quill"
      })
  void whatIsNoConditionIsAWord(String typed) {
    assertEquals(List.of(new Word(typed)), clauses(typed));
  }

  @Test
  void aFieldWithoutAValueIsAWord() {
    assertEquals(List.of(new Word("title:"), new Word("x")), clauses("title: x"));
  }

  @Test
  void emptyPhrasesAskForNothing() {
    assertTrue(SearchText.parse("\"\" \" \" -\"\"").isEmpty());
    assertTrue(SearchText.parse(" \t\n ").isEmpty());
  }

  @Test
  void operatorsAreWordsWhenTheTextIsTakenVerbatim() {
    SearchText text = SearchText.parse("counting -ing \"forms\"").verbatim();
    assertEquals(
        List.of(new Word("counting"), new Word("-ing"), new Word("\"forms\"")), text.clauses());
  }

  @Test
  void wantedWordsLeaveOutWhatIsExcluded() {
    SearchText text = SearchText.parse("graph -survey \"neural networks\"");
    assertEquals("graph neural networks", text.wantedWords());
    assertEquals(List.of(new Word("survey")), text.unwanted());
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    String rockets = "🚀".repeat(5_000);
    assertEquals("🚀".repeat(SearchTextParser.MAX_LENGTH / 2), SearchText.parse(rockets).text());
    assertEquals(
        "x" + "🚀".repeat(SearchTextParser.MAX_LENGTH / 2 - 1),
        SearchText.parse("x" + rockets).text());
  }

  @Test
  void onlySoManyClausesAreRead() {
    assertEquals(SearchTextParser.MAX_CLAUSES, clauses("-a ".repeat(500)).size());
    assertEquals(
        SearchTextParser.MAX_CLAUSES,
        SearchText.parse("-a ".repeat(500)).verbatim().clauses().size());
  }

  @Property
  void everyTextCanBeReadAndKeepsItsWords(@ForAll String typed) {
    SearchText text = SearchText.parse(typed);
    assertTrue(text.text().length() <= SearchTextParser.MAX_LENGTH);
    assertEquals(text, SearchText.parse(text.text()));
    assertEquals(
        text.clauses().size(),
        text.wanted().size() + text.conditions().size() + text.unwanted().size());
    assertEquals(text.text(), text.verbatim().wantedWords());
  }

  private static Clause where(Condition condition) {
    return new Where(condition);
  }

  private static List<Clause> clauses(String typed) {
    return SearchText.parse(typed).clauses();
  }
}
