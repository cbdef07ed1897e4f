package io.paperflow.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.search.query.Clause.Excluded;
import io.paperflow.search.query.Clause.Phrase;
import io.paperflow.search.query.Clause.Word;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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
    assertEquals(text.isEmpty(), text.wanted().isEmpty() && text.unwanted().isEmpty());
    assertEquals(text.text(), text.verbatim().wantedWords());
  }

  private static List<Clause> clauses(String typed) {
    return SearchText.parse(typed).clauses();
  }
}
