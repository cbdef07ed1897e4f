package io.paperflow.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.formats.Documents.Cut;
import io.paperflow.schemas.PaperRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;

/** Parts hold every record once, in order, and are never larger than they may be. */
class CuttingTest {

  private static final Format SNAPSHOT = format(MediaTypes.ARXIV_SNAPSHOT);
  private static final Format JSON = format(MediaTypes.DAILY_PAPERS_JSON);
  private static final Format NOTES = format(MediaTypes.OPENREVIEW_NOTES);
  private static final Format TEXT = format(MediaTypes.DAILY_PAPERS_ALTERNATING);
  private static final long HUGE = 200L << 20;
  private static final long HUGER = 500L << 20;

  private static Format format(String mediaType) {
    return Formats.standard().byMediaType(mediaType).orElseThrow();
  }

  @Property(tries = 300)
  void linesAreCutAtTheirEnds(
      @ForAll List<@AlphaChars String> lines, @ForAll @IntRange(min = 1, max = 30) int target) {
    byte[] document = Documents.utf8(String.join("\n", lines));
    Cut cut = Documents.cut(SNAPSHOT, document, new PartSize(target, 1000));
    assertEquals(new String(document, UTF_8), joined(cut.parts()));
    assertTrue(cut.parts().stream().allMatch(part -> part.length <= Math.max(target, 260)));
  }

  @Property(tries = 300)
  void listsAreCutBetweenTheirElements(
      @ForAll("elements") List<String> elements, @ForAll @IntRange(min = 1, max = 60) int target) {
    byte[] document = Documents.utf8("[ " + String.join(" ,\n", elements) + "]");
    Cut cut = Documents.cut(JSON, document, new PartSize(target, 1000));
    assertEquals(elements, elements(cut));
    assertEquals(List.of(), cut.unreadable());
  }

  @Property(tries = 300)
  void theListInAnObjectIsCutBetweenItsElements(
      @ForAll("elements") List<String> elements,
      @ForAll("elements") List<String> before,
      @ForAll @IntRange(min = 1, max = 60) int target,
      @ForAll boolean marked) {
    String document =
        "%s {\"before\": [%s], \"deep\": {\"notes\": [1]},\"notes\":[%s],\"notes2\": [{}], \"x\": \"[\"}"
            .formatted(
                marked ? "\uFEFF" : "", String.join(",", before), String.join(" ,\n", elements));
    Cut cut = Documents.cut(NOTES, Documents.utf8(document), new PartSize(target, 1000));
    assertEquals(elements, elements(cut));
    assertEquals(List.of(), cut.unreadable());
  }

  private static List<String> elements(Cut cut) {
    var found = new ArrayList<String>();
    for (byte[] part : cut.parts()) {
      JsonElements.forEach(
          part,
          Optional.of("notes"),
          (from, to, complete) -> {
            assertTrue(complete);
            found.add(new String(part, from, to - from, UTF_8));
          });
    }
    return found;
  }

  @Provide
  Arbitrary<List<String>> elements() {
    return Arbitraries.of(
            "{}",
            "[]",
            "{\"a\":[1,{\"b\":\"]}\"}],\"c\":\"\\\"],[{\"}",
            "\"text, with [brackets] and \\\\\"",
            "12.5e3",
            "null",
            "{\"é\":\"日本\"}")
        .list()
        .ofMaxSize(20);
  }

  @Example
  void aLineOf200MegabytesIsLeftOutAndTheOthersAreRead() {
    InputStream document =
        concat(
            bytes(
                "{\"id\":\"2101.01230\",\"title\":\"First\"}\n{\"id\":\"2101.01231\",\"title\":\""),
            new Repeated((byte) 'x', HUGE),
            bytes("\"}\n{\"id\":\"2101.01232\",\"title\":\"Last\"}\n"));
    Cut cut = Documents.cut(SNAPSHOT, document, PartSize.STANDARD);
    assertEquals(List.of("First", "Last"), titles(SNAPSHOT, cut));
    assertLeftOut(cut, "{\"id\":\"2101.01231\"");
  }

  @Example
  void anElementOf500MegabytesIsLeftOutAndTheOthersAreRead() {
    InputStream document =
        concat(
            bytes("[{\"id\":\"2101.01230\",\"title\":\"First\"},{\"title\":\""),
            new Repeated((byte) 'x', HUGER),
            bytes("\"},{\"id\":\"2101.01232\",\"title\":\"Last\"}]"));
    Cut cut = Documents.cut(JSON, document, PartSize.STANDARD);
    assertEquals(List.of("First", "Last"), titles(JSON, cut));
    assertLeftOut(cut, "{\"title\":\"xxx");
  }

  @Example
  void aListOf200MegabytesInOneLineIsCutWithoutLoss() throws IOException {
    byte[] entry =
        Documents.utf8("{\"id\":\"2101.01230\",\"summary\":\"" + "x".repeat(5000) + "\"},");
    long entries = HUGE / entry.length;
    InputStream document =
        concat(bytes("["), new Repeated(entry, entries * entry.length), bytes("{}]"));
    var counter = new Counter();
    JSON.cut(document, PartSize.STANDARD, counter);
    assertEquals(entries + 1, counter.elements);
    assertTrue(counter.largest <= PartSize.STANDARD.limit());
  }

  @Example
  void anElementOf500MegabytesInAListInAnObjectIsLeftOut() {
    InputStream document =
        concat(
            bytes("{\"notes\":[{\"id\":\"firstOne\",\"content\":{\"title\":\"First\"}},{\"id\":\""),
            new Repeated((byte) 'x', HUGER),
            bytes("\"},{\"id\":\"lastOne1\",\"content\":{\"title\":\"Last\"}}],\"count\":3}"));
    Cut cut = Documents.cut(NOTES, document, PartSize.STANDARD);
    assertEquals(List.of("First", "Last"), titles(NOTES, cut));
    assertLeftOut(cut, "{\"id\":\"xxx");
  }

  @Example
  void anAbstractOf200MegabytesIsLeftOutAndThePapersAfterItAreRead() {
    String text = "We measure tea for a long time and find that it is warm. ".repeat(8);
    InputStream document =
        concat(
            bytes("Subscribe\nThe First Paper on Tea\n" + text + "\nThe Endless Paper on Tea\n"),
            new Repeated((byte) 'x', HUGE),
            bytes("\nThe Next Paper on Tea\n" + text + "\nThe Last Paper on Tea\n" + text));
    Cut cut = Documents.cut(TEXT, document, PartSize.STANDARD);
    assertEquals(
        List.of("The First Paper on Tea", "The Next Paper on Tea", "The Last Paper on Tea"),
        titles(TEXT, cut));
    assertLeftOut(cut, "The Endless Paper on Tea\nxxx");
  }

  @Example
  void anEmptyDocumentHasNoParts() {
    for (Format format : Formats.standard().all()) {
      assertEquals(List.of(), Documents.cut(format, new byte[0], PartSize.STANDARD).parts());
    }
  }

  private static void assertLeftOut(Cut cut, String beginning) {
    assertEquals(1, cut.unreadable().size());
    Reading.Unreadable left = cut.unreadable().getFirst();
    assertEquals(Reading.Code.TOO_LARGE, left.code());
    assertEquals(beginning, UTF_8.decode(left.fragment()).subSequence(0, beginning.length()) + "");
    assertTrue(cut.parts().stream().allMatch(part -> part.length <= PartSize.STANDARD.limit()));
  }

  private static List<String> titles(Format format, Cut cut) {
    return cut.parts().stream()
        .flatMap(part -> Documents.papers(format, part).stream())
        .map(PaperRecord::getTitle)
        .toList();
  }

  private static String joined(List<byte[]> parts) {
    return parts.stream().map(part -> new String(part, UTF_8)).collect(Collectors.joining());
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(Documents.utf8(text));
  }

  private static InputStream concat(InputStream... streams) {
    return new SequenceInputStream(Collections.enumeration(List.of(streams)));
  }

  /** Bytes over and over, so that no large document is ever in memory. */
  static final class Repeated extends InputStream {

    private final byte[] unit;
    private final long length;
    private long position;

    Repeated(byte one, long length) {
      this(new byte[] {one}, length);
    }

    Repeated(byte[] unit, long length) {
      this.unit = unit;
      this.length = length;
    }

    @Override
    public int read() {
      return position == length ? -1 : unit[(int) (position++ % unit.length)] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) {
      int count = (int) Math.min(wanted, length - position);
      for (int i = 0; i < count; i++) {
        bytes[offset + i] = unit[(int) ((position + i) % unit.length)];
      }
      position += count;
      return count == 0 ? -1 : count;
    }
  }

  /** Counts and forgets. */
  private static final class Counter implements PartConsumer {

    private long elements;
    private int largest;

    @Override
    public void part(byte[] bytes) {
      largest = Math.max(largest, bytes.length);
      JsonElements.forEach(bytes, (_, _, _) -> elements++);
    }

    @Override
    public void unreadable(Reading.Unreadable record) {
      throw new AssertionError(record);
    }
  }
}
