package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agreement with the labels of texts that were written before anybody saw what the finder made of
 * them. The rules were corrected with the first file before their eyes, not with the others.
 */
final class InventedTextsTest {

  private static final LinkFinder FINDER = LinkFinder.standard();

  @ParameterizedTest
  @ValueSource(strings = {"invented-read", "invented-held-out", "invented-afterwards"})
  void agreesWithTheReaderOfInventedTexts(String name) throws IOException {
    Score score = new Score();
    for (InventedText text : InventedText.read("/fixtures/links/" + name + ".txt")) {
      score.add(text.text(), FINDER.links(text.field(), text.text()), text.labels());
    }
    score.print(name);
    score.printEach("kind");
    score.printEach("role");
    assertAll(
        () -> assertTrue(score.codePrecision() >= 0.98, "precision for code"),
        () -> assertTrue(score.codeRecall() >= 0.95, "recall for code"),
        () -> assertTrue(score.precision() >= 0.95, "precision"),
        () -> assertTrue(score.recall() >= 0.92, "recall"),
        () -> assertTrue(score.agreement("kind") >= 0.95, "kind"),
        () -> assertTrue(score.agreement("role") >= 0.95, "role"),
        () -> assertTrue(score.agreement("state") >= 0.95, "state"));
  }
}
