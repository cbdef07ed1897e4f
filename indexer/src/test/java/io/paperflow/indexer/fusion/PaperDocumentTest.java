package io.paperflow.indexer.fusion;

import static io.paperflow.indexer.fusion.Said.MONDAY;
import static io.paperflow.indexer.fusion.Said.TUESDAY;
import static io.paperflow.indexer.fusion.Said.byArxiv;
import static io.paperflow.indexer.fusion.Said.byDailyPapers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperDocumentTest {

  private static final String ID = "arxiv:2401.12345";

  @Test
  void theArchivesWordCountsBeforeTheLists() {
    Content content =
        merged(byDailyPapers(TUESDAY, 7, List.of()), byArxiv(MONDAY, "A title", List.of()))
            .content();
    assertEquals("A title", content.title());
    assertEquals("Ada Example", content.authors().getFirst().name());
    assertEquals(Optional.of(MONDAY), content.published());
    assertEquals(List.of("cs.LG", "stat.ML"), content.categories());
    assertEquals(Optional.of(7), content.daily().orElseThrow().upvotes());
  }

  @Test
  void whatTheArchiveDoesNotSayTheListSays() {
    Statement arxiv = byArxiv(MONDAY, "", List.of());
    Content content = merged(arxiv, byDailyPapers(TUESDAY, 7, List.of())).content();
    assertEquals("A title as listed", content.title());
  }

  @Test
  void theNewestStatementOfASourceReplacesItsOlderOnes() {
    Statement newer = byArxiv(TUESDAY, "A better title", List.of());
    Statement older =
        byArxiv(MONDAY, "A title", List.of(Said.repository("https://github.com/acme/gone")));
    PaperDocument document = merged(newer, older);
    assertEquals(List.of(newer), document.statements());
    assertEquals(List.of(), document.content().links());
  }

  @Test
  void ofOneSourceTimeTheStatementWithMoreVotesIsTheNewer() {
    Statement few = byDailyPapers(MONDAY, 7, List.of());
    Statement many = byDailyPapers(MONDAY, 12, List.of());
    assertEquals(List.of(many), merged(many, few).statements());
  }

  @Test
  void partsOfASourceStandBesideEachOtherAndReplaceOnlyThemselves() {
    Statement one = Said.part("github.com/acme/one", byDailyPapers(MONDAY, 7, List.of()));
    Statement two = Said.part("github.com/acme/two", byDailyPapers(MONDAY, 7, List.of()));
    Statement newerTwo = Said.part("github.com/acme/two", byDailyPapers(TUESDAY, 7, List.of()));
    PaperDocument document = merged(newerTwo, two, one);
    assertEquals(List.of(one, newerTwo), document.statements());
    assertEquals(List.of("huggingface-daily-papers"), document.sources());
  }

  @Test
  void theLinksOfAllPartsAreThePapers() {
    Link one = Said.repository("https://github.com/acme/one");
    Link two = Said.repository("https://github.com/acme/two");
    PaperDocument document =
        merged(
            Said.part("github.com/acme/two", byDailyPapers(MONDAY, 7, List.of(two))),
            Said.part("github.com/acme/one", byDailyPapers(MONDAY, 7, List.of(one))));
    assertEquals(List.of(one, two), document.content().links());
  }

  @Test
  void linksFoundByNewerRulesReplaceThoseOfTheSameStatement() {
    Statement older =
        byArxiv(
            MONDAY,
            "A title",
            List.of(
                Said.repository("https://github.com/acme/a"),
                Said.repository("https://github.com/acme/wrong")));
    Statement again =
        byArxiv(MONDAY, "A title", List.of(Said.repository("https://github.com/acme/a")));
    Reading read = again.reading();
    Statement newer =
        new Statement(
            again.paperKey(),
            again.source(),
            again.part(),
            again.sourceTime(),
            again.content(),
            new Reading(read.fetchedAt(), read.uri(), read.sha256(), read.linkRules() + 1));
    assertEquals(List.of(newer), merged(newer, older).statements());
    assertEquals(List.of(newer), merged(older, newer).statements());
  }

  @Test
  void firstSeenIsTheEarliestReadingOfAll() {
    PaperDocument document =
        merged(
            byArxiv(TUESDAY, "A better title", List.of()), byArxiv(MONDAY, "A title", List.of()));
    assertEquals(MONDAY.plusSeconds(3600), document.firstSeen());
  }

  @Test
  void freshnessIsThatOfTheNewestStatement() {
    PaperDocument document =
        merged(byArxiv(MONDAY, "A title", List.of()), byDailyPapers(TUESDAY, 7, List.of()));
    assertEquals(new Freshness(TUESDAY, TUESDAY.plusSeconds(60)), document.freshness());
  }

  @Test
  void aPaperIsWithdrawnWhenOneSourceSaysSo() {
    Statement listed = byDailyPapers(TUESDAY, 7, List.of());
    Content c = byArxiv(MONDAY, "A title", List.of()).content();
    Content withdrawn =
        new Content(
            c.arxivId(),
            c.doi(),
            c.openreviewId(),
            c.title(),
            c.abstractText(),
            c.authors(),
            c.published(),
            c.updated(),
            c.categories(),
            c.comments(),
            c.journalRef(),
            c.license(),
            c.venue(),
            c.keywords(),
            c.aiSummary(),
            c.versions(),
            c.daily(),
            true,
            c.links());
    Statement openreview =
        new Statement(
            ID, "openreview", "", MONDAY, withdrawn, new Reading(MONDAY, "file:///a", "cc", 1));
    assertEquals(true, merged(listed, openreview).content().withdrawn());
    assertEquals(false, merged(listed).content().withdrawn());
  }

  @Test
  void documentsOfDifferentPapersAreNotMerged() {
    PaperDocument one = merged(byArxiv(MONDAY, "A title", List.of()));
    PaperDocument other = PaperDocument.of("arxiv:2401.99999", one.statements().getFirst());
    assertThrows(IllegalArgumentException.class, () -> one.merge(other));
  }

  private static PaperDocument merged(Statement... statements) {
    return List.of(statements).stream()
        .map(statement -> PaperDocument.of(ID, statement))
        .reduce(PaperDocument::merge)
        .orElseThrow();
  }
}
