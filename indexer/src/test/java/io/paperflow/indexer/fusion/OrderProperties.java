package io.paperflow.indexer.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderProperties {

  /** Contents that differ in one field only: a field the order forgot would make them equal. */
  @Property
  void theOrderOfContentsAgreesWithEquals(
      @ForAll("statements") Statement one, @ForAll("statements") Statement other) {
    for (ContentField field : ContentField.values()) {
      Content mixed = with(field, one.content(), other.content());
      assertEquals(
          one.content().equals(mixed),
          Orders.CONTENT.compare(one.content(), mixed) == 0,
          field.key());
    }
  }

  @Property
  void theOrderOfStatementsAgreesWithEquals(
      @ForAll("statements") Statement one, @ForAll("statements") Statement other) {
    Statement sameVoice =
        new Statement(
            one.paperKey(),
            one.source(),
            one.part(),
            other.sourceTime(),
            one.content(),
            other.reading());
    assertEquals(one.equals(sameVoice), Orders.STATEMENT.compare(one, sameVoice) == 0);
  }

  @Provide
  Arbitrary<Statement> statements() {
    return SomePapers.statements().map(List::getFirst);
  }

  private static Content with(ContentField changed, Content a, Content b) {
    return new Content(
        (changed == ContentField.ARXIV_ID ? b : a).arxivId(),
        (changed == ContentField.DOI ? b : a).doi(),
        (changed == ContentField.OPENREVIEW_ID ? b : a).openreviewId(),
        (changed == ContentField.TITLE ? b : a).title(),
        (changed == ContentField.ABSTRACT ? b : a).abstractText(),
        (changed == ContentField.AUTHORS ? b : a).authors(),
        (changed == ContentField.PUBLISHED ? b : a).published(),
        (changed == ContentField.UPDATED ? b : a).updated(),
        (changed == ContentField.CATEGORIES ? b : a).categories(),
        (changed == ContentField.COMMENTS ? b : a).comments(),
        (changed == ContentField.JOURNAL_REF ? b : a).journalRef(),
        (changed == ContentField.LICENSE ? b : a).license(),
        (changed == ContentField.VENUE ? b : a).venue(),
        (changed == ContentField.KEYWORDS ? b : a).keywords(),
        (changed == ContentField.AI_SUMMARY ? b : a).aiSummary(),
        (changed == ContentField.VERSIONS ? b : a).versions(),
        (changed == ContentField.DAILY ? b : a).daily(),
        (changed == ContentField.WITHDRAWN ? b : a).withdrawn(),
        (changed == ContentField.LINKS ? b : a).links());
  }
}
