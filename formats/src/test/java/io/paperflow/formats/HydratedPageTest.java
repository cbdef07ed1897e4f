package io.paperflow.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.formats.Documents.Cut;
import io.paperflow.schemas.PaperRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that are large, cut off or made to do harm. */
class HydratedPageTest {

  private static final Format PAGE =
      Formats.standard().byMediaType(MediaTypes.DAILY_PAPERS_HTML).orElseThrow();
  private static final String BEFORE =
      "<!doctype html><html><body><div class=\"x\" data-target=\"DailyPapers\" data-props=\"";
  private static final String AFTER = "\"><p>drawn</p></div></body></html>";
  private static final int SUMMARY = 6_000;

  @Test
  void aLargePageIsCutBetweenItsEntries() {
    Cut cut = Documents.cut(PAGE, page(300), PartSize.STANDARD);
    assertEquals(List.of(), cut.unreadable());
    assertTrue(cut.parts().size() > 3);
    assertEquals(
        IntStream.range(0, 300).mapToObj(i -> "Paper \"" + i + "\" & more").toList(),
        cut.parts().stream()
            .flatMap(part -> Documents.papers(PAGE, part).stream())
            .map(PaperRecord::getTitle)
            .toList());
  }

  @Test
  void aPageThatIsCutOffIsSaidToBe() {
    byte[] page = page(3);
    byte[] half = Arrays.copyOf(page, page.length / 2);
    var unreadable = (Reading.Unreadable) Documents.read(PAGE, half).getFirst();
    assertEquals(Reading.Code.TRUNCATED, unreadable.code());
    assertEquals(
        "the page has no whole state of DailyPapers: fetch it again", unreadable.message());
  }

  @Test
  void aLargePageThatIsCutOffIsSaidToBe() {
    byte[] page = page(300);
    byte[] half = Arrays.copyOf(page, page.length / 2);
    Cut cut = Documents.cut(PAGE, half, PartSize.STANDARD);
    assertEquals(List.of(), cut.parts());
    assertEquals(Reading.Code.TRUNCATED, cut.unreadable().getFirst().code());
  }

  @Test
  void aPageWithoutEndIsReadToItsEndAndRefused() {
    Cut cut = Documents.cut(PAGE, page(3_000), PartSize.STANDARD);
    assertEquals(List.of(), cut.parts());
    assertEquals(Reading.Code.TOO_LARGE, cut.unreadable().getFirst().code());
    assertEquals(
        BEFORE,
        UTF_8
            .decode(cut.unreadable().getFirst().fragment())
            .toString()
            .substring(0, BEFORE.length()));
  }

  /** Quadratic time would be hours. */
  @Test
  void tagsWithoutEndCostNoMoreThanTheirLength() {
    for (String piece : List.of("<div a='", "<div a=\"", "<div a=", "<div ", "<div a='' b=\"\" ")) {
      byte[] page = Documents.utf8(BEFORE.replace("<div class", piece.repeat(300_000)));
      assertEquals(1, Documents.cut(PAGE, page, PartSize.STANDARD).unreadable().size());
    }
  }

  private static byte[] page(int papers) {
    String entries =
        IntStream.range(0, papers)
            .mapToObj(
                i ->
                    "{'paper':{'id':'2606.%05d','title':'Paper \\'%d\\' & more','summary':'%s'}}"
                        .formatted(i, i, "x".repeat(SUMMARY)))
            .collect(Collectors.joining(","));
    String state = "{'periodType':'day','dailyPapers':[" + entries + "]}";
    return Documents.utf8(BEFORE + state.replace("&", "&amp;").replace("'", "&quot;") + AFTER);
  }
}
