package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.TitleKey;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaperIdentityTest {

  private static final Optional<String> NONE = Optional.empty();

  @Property
  void normalisingTwiceChangesNothing(@ForAll String text) {
    String once = TitleKey.normalise(text);
    assertEquals(once, TitleKey.normalise(once));
  }

  @Property
  void onlyLettersAndDigitsCount(@ForAll("titles") String title, @ForAll("fillers") String filler) {
    String spread = String.join(filler, title.split("", -1));
    assertEquals(TitleKey.normalise(title), TitleKey.normalise(spread));
    assertEquals(
        PaperIdentity.ofTitle(title, NONE, NONE), PaperIdentity.ofTitle(spread, NONE, NONE));
  }

  @Property
  void caseAndUnicodeFormDoNotCount(@ForAll("titles") String title) {
    String expected = TitleKey.normalise(title);
    assertEquals(expected, TitleKey.normalise(title.toUpperCase(Locale.ROOT)));
    assertEquals(expected, TitleKey.normalise(Normalizer.normalize(title, Normalizer.Form.NFD)));
  }

  @Property
  void aTitleHasOneKeyHoweverItsAbstractEnds(
      @ForAll("titles") String title, @ForAll("titles") String ending) {
    String beginning = "a".repeat(80);
    assertEquals(
        PaperIdentity.ofTitle(title, NONE, Optional.of(beginning)),
        PaperIdentity.ofTitle(title, NONE, Optional.of(beginning + ending)));
  }

  @Provide
  Arbitrary<String> titles() {
    return Arbitraries.strings()
        .withChars("abcdefghijklmnopqrstuvwxyzABCDEXYZ0123456789éÉüÜñÑ σΣ")
        .ofMaxLength(40)
        .map(letters -> "t" + letters);
  }

  @Provide
  Arbitrary<String> fillers() {
    return Arbitraries.of(" ", "\n  ", "-", ": ", "\u00a0", "…", "\u2013", "$");
  }

  @Example
  void papersOfOneTitleAreToldApartByTheirFirstAuthorOrAbstract() {
    String plain = PaperIdentity.ofTitle("Editorial", NONE, NONE);
    String ada = PaperIdentity.ofTitle("Editorial", Optional.of("Ada Example"), NONE);
    String bo = PaperIdentity.ofTitle("Editorial", Optional.of("Bo Sample"), NONE);
    String tea = PaperIdentity.ofTitle("Editorial", NONE, Optional.of("On tea."));
    assertNotEquals(plain, ada);
    assertNotEquals(ada, bo);
    assertNotEquals(plain, tea);
    assertEquals(ada, PaperIdentity.ofTitle("EDITORIAL!", Optional.of("ada  example"), NONE));
  }

  @Example
  void titlesWithoutLettersStayApart() {
    assertNotEquals(
        PaperIdentity.ofTitle("???", NONE, NONE), PaperIdentity.ofTitle("!!!", NONE, NONE));
  }

  @Example
  void theKeyIsShort() {
    assertTrue(PaperIdentity.ofTitle("x".repeat(4000), NONE, NONE).matches("title:[0-9a-f]{32}"));
  }

  @Example
  void arxivsOwnDoisAreArxivIds() {
    assertEquals("arxiv:2401.12345", PaperIdentity.ofDoi("10.48550/arxiv.2401.12345"));
    assertEquals("doi:10.1000/tea", PaperIdentity.ofDoi("10.1000/tea"));
    assertEquals("openreview:AbC-1", PaperIdentity.ofOpenReview("AbC-1"));
  }
}
