package io.paperflow.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.formats.CuttingTest.Repeated;
import io.paperflow.formats.Documents.Cut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML made to harm costs no more than its own record or document. */
class HostileXmlTest {

  private static final long HUGE = 500L << 20;
  private static final Format API =
      Formats.standard().byMediaType(MediaTypes.ARXIV_API).orElseThrow();
  private static final String HEAD =
      "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://arxiv.org/api/x</id>";
  private static final String LAUGHS =
      """
      <!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      """;

  private static String entry(int number, String title) {
    return "<entry><id>http://arxiv.org/abs/2602.%05dv1</id><title>%s</title></entry>"
        .formatted(number, title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&c;", "&f;", "tea"})
  void aDocumentTypeIsRefused(String title) {
    byte[] document = Documents.utf8(LAUGHS + HEAD + entry(1, title) + "</feed>");
    Recognition recognition = Formats.standard().recognise(Documents.head(document));
    assertEquals(
        Recognition.Code.UNSAFE, assertInstanceOf(Recognition.Refused.class, recognition).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&c;",
        "&f;",
        "<b title='&c;'/>",
        "&#0;",
        "<![CDATA[",
        "<!-- ",
        "</title><title",
        "<a b='</title></entry>",
        "<?php ",
        "<x:y/>",
        "<a/><b></a>",
        "<!DOCTYPE a [<!ENTITY z 'z'>]>"
      })
  void neighboursOfABrokenRecordAreRead(String title) {
    byte[] document =
        Documents.utf8(
            LAUGHS + HEAD + entry(1, "First") + entry(2, title) + entry(3, "Last") + "</feed>");
    List<Reading> readings = Documents.read(API, document);
    List<String> read = titles(readings);
    assertTrue(read.contains("First"), readings::toString);
    assertTrue(readings.stream().anyMatch(Reading.Unreadable.class::isInstance));
    boolean open = title.equals("<![CDATA[") || title.equals("<!-- ") || title.equals("<?php ");
    assertEquals(!open, read.contains("Last"), readings::toString);
  }

  @Test
  void textThatIsNotUtf8CostsItsRecordOnly() {
    byte[] document = (HEAD + entry(1, "Caf\u00e9") + entry(2, "Last")).getBytes(ISO_8859_1);
    assertEquals(List.of("NOT_UTF8", "Last", "TRUNCATED"), outcomes(Documents.read(API, document)));
  }

  @Test
  void elementsNested100000DeepCostTheirRecordOnly() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    byte[] document =
        Documents.utf8(HEAD + entry(1, "First") + entry(2, deep) + entry(3, "Last") + "</feed>");
    assertEquals(List.of("First", "TOO_LARGE", "Last"), outcomes(Documents.read(API, document)));
    Cut cut = Documents.cut(API, document, new PartSize(10, PartSize.STANDARD.limit()));
    assertEquals(3, cut.parts().size());
  }

  @Test
  void elementsNested100000DeepAroundRecordsAreNotKept() {
    String deep = HEAD + "<a>".repeat(100_000) + entry(1, "Within") + "</a>".repeat(100_000);
    byte[] document = Documents.utf8(deep + entry(2, "After") + "</feed>");
    assertEquals(List.of("Within", "After"), titles(Documents.read(API, document)));
  }

  @Test
  void anEntryOf500MegabytesIsLeftOutAndTheOthersAreRead() {
    InputStream document =
        concat(
            bytes(
                HEAD
                    + entry(1, "First")
                    + "<entry><id>http://arxiv.org/abs/2602.00002</id><title>"),
            new Repeated(Documents.utf8("<b>endless</b> "), HUGE),
            bytes("</title></entry>" + entry(3, "Last") + "</feed>"));
    assertLeftOut(Documents.cut(API, document, PartSize.STANDARD), List.of("First", "Last"));
  }

  @Test
  void aCommentOf500MegabytesIsLeftOutAndTheOthersAreRead() {
    InputStream document =
        concat(
            bytes(HEAD + entry(1, "First") + "<entry><!-- "),
            new Repeated((byte) 'x', HUGE),
            bytes(" -->" + entry(3, "Last") + "</feed>"));
    assertLeftOut(Documents.cut(API, document, PartSize.STANDARD), List.of("First", "Last"));
  }

  @Test
  void anEntryThatEndsWithTheDocumentAfter500MegabytesIsLeftOut() {
    InputStream document =
        concat(bytes(HEAD + entry(1, "First") + "<entry><title>"), new Repeated((byte) 'x', HUGE));
    Cut cut = Documents.cut(API, document, PartSize.STANDARD);
    assertEquals(1, cut.unreadable().size());
    assertEquals(List.of("First", "TRUNCATED"), outcomes(readings(cut)));
  }

  @Test
  void aFeedOf500MegabytesIsCutWithoutLoss() throws IOException {
    byte[] entry = Documents.utf8(entry(1, "x".repeat(3000)));
    long entries = HUGE / entry.length;
    var counter = new Counter();
    API.cut(
        concat(bytes(HEAD), new Repeated(entry, entries * entry.length), bytes("</feed>")),
        PartSize.STANDARD,
        counter);
    assertEquals(entries, counter.papers);
    assertTrue(counter.largest <= PartSize.STANDARD.limit());
  }

  private static void assertLeftOut(Cut cut, List<String> expected) {
    assertEquals(
        List.of(Reading.Code.TOO_LARGE),
        cut.unreadable().stream().map(Reading.Unreadable::code).toList());
    assertEquals(expected, outcomes(readings(cut)));
    assertTrue(cut.parts().stream().allMatch(part -> part.length <= PartSize.STANDARD.limit()));
  }

  private static List<Reading> readings(Cut cut) {
    var readings = new ArrayList<Reading>();
    cut.parts().forEach(part -> readings.addAll(Documents.read(API, part)));
    return readings;
  }

  private static List<String> titles(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Paper.class::isInstance)
        .map(HostileXmlTest::outcome)
        .toList();
  }

  private static List<String> outcomes(List<Reading> readings) {
    return readings.stream().map(HostileXmlTest::outcome).toList();
  }

  private static String outcome(Reading reading) {
    return switch (reading) {
      case Reading.Paper paper -> paper.record().getTitle();
      case Reading.Unreadable unreadable -> unreadable.code().name();
    };
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(Documents.utf8(text));
  }

  private static InputStream concat(InputStream... streams) {
    return new SequenceInputStream(Collections.enumeration(List.of(streams)));
  }

  /** Counts and forgets. */
  private static final class Counter implements PartConsumer {

    private long papers;
    private int largest;

    @Override
    public void part(byte[] bytes) {
      largest = Math.max(largest, bytes.length);
      papers += Documents.papers(API, bytes).size();
    }

    @Override
    public void unreadable(Reading.Unreadable record) {
      throw new AssertionError(record);
    }
  }
}
