package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.schemas.Author;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, affiliations and notices as arXiv's authors write them. */
class ArxivTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Example, Bo Sample and Cy Third          | Ada Example; Bo Sample; Cy Third
          Ada Example, Bo Sample, and Cy Third         | Ada Example; Bo Sample; Cy Third
          A. Example,  , B.  Sample,                   | A. Example; B. Sample
          Bo Sample, Jr., Ada Example III              | Bo Sample Jr.; Ada Example III
          Ada Example & Bo \\& Cy                      | Ada Example; Bo; Cy
          Tea Collaboration: A. Example, et al.        | Tea Collaboration; A. Example
          Ada Example (Lab)                            | Ada Example @ Lab
          Ada Example (Lab (North), Town), Bo Sample   | Ada Example @ Lab (North), Town; Bo Sample
          Ada Example (Lab) (Inst) and Bo              | Ada Example @ Lab/Inst; Bo
          A (1), B (1,2), C (2 and 3) ((1) X, (2) Y)   | A @ X; B @ X/Y; C @ Y
          A (1), B (2)                                 | A; B
          Ada Example (Lab                             | Ada Example @ Lab
          Ada Example)                                 | Ada Example)
          (Lab), Ada~Example                           | Ada Example
          Ernst Mach (1) ((1) Universit\\"at Wien.)    | Ernst Mach @ Universität Wien
          Anders Andersson, Alexander Sand             | Anders Andersson; Alexander Sand
          R&amp;D Team, J&eacute;r&ocirc;me            | R&D Team; Jérôme
          """)
  void authorsInALine(String line, String expected) {
    assertEquals(
        expected,
        AuthorLine.split(line).stream()
            .map(ArxivTextTest::written)
            .collect(Collectors.joining("; ")));
  }

  private static String written(Author author) {
    return author.getName()
        + author.getAffiliation().map(at -> " @ " + at.replace("; ", "/")).orElse("");
  }

  @Test
  void aLineOfBracketsAndDotsCostsNoMoreThanItsLength() {
    String dots = "A (1) ((1) X" + ".".repeat(300_000) + "Y)";
    assertEquals(1, AuthorLine.split(dots).size());
    assertEquals(List.of(), AuthorLine.split("(".repeat(300_000)));
    assertEquals(List.of(), AuthorLine.split("\\(".repeat(300_000)));
    assertEquals(List.of(), AuthorLine.split(" ,".repeat(300_000)));
  }

  @Test
  void entitiesAreReadOnce() {
    assertEquals(
        "Tea &amp; Cups & <More>", ArxivText.title("Tea &amp;amp; Cups &amp; &lt;More&gt;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This paper has been withdrawn by the author",
        "This submission has been withdrawn by arXiv administrators due to tea",
        "This paper has been temporarily withdrawn",
        "9 pages. This paper has been\n  withdrawn due to an error in Lemma 3",
        "Withdrawn",
        "Paper withdrawn due to a spill",
        "The article was withdrawn"
      })
  void commentsThatWithdraw(String comment) {
    assertEquals(true, withdrawn(Optional.of(comment), "We pour tea."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 pages, not withdrawn",
        "We study why papers have been withdrawn",
        "A note on withdrawn papers",
        "Supersedes arXiv:2101.01234, which was withdrawn"
      })
  void commentsThatDoNot(String comment) {
    assertEquals(false, withdrawn(Optional.of(comment), comment));
  }

  @Test
  void anAbstractWithdrawsInItsFirstSentence() {
    assertEquals(true, withdrawn(Optional.empty(), "  This paper has been withdrawn.\n"));
    assertEquals(
        false, withdrawn(Optional.empty(), "Tea is warm. This paper has been withdrawn once."));
  }

  private static boolean withdrawn(Optional<String> comments, String text) {
    var draft = new PaperDraft();
    draft.comments = comments;
    draft.abstractText = text;
    Withdrawal.notice(draft);
    return draft.withdrawn;
  }
}
