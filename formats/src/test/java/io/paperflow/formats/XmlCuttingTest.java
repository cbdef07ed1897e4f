package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.formats.Documents.Cut;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Parts of XML documents are documents that read like the whole, however the bytes arrive. */
class XmlCuttingTest {

  private static final Format ACL =
      Formats.standard().byMediaType(MediaTypes.ACL_ANTHOLOGY).orElseThrow();

  @Property(tries = 500)
  void partsReadLikeTheWhole(
      @ForAll("volumes") List<String> volumes,
      @ForAll @IntRange(min = 1, max = 700) int target,
      @ForAll @IntRange(min = 1, max = 50) int chunk,
      @ForAll @IntRange(min = 0, max = 200) int missing) {
    String whole = "<?xml version='1.0'?>\n<collection id='x'>" + String.join("", volumes);
    byte[] text = Documents.utf8(whole + "</collection>");
    byte[] document = Arrays.copyOf(text, Math.max(60, text.length - missing / 2));
    Cut cut = Documents.cut(ACL, new Dripping(document, chunk), new PartSize(target, 4000));
    var readings = new ArrayList<Reading>();
    cut.parts().forEach(part -> readings.addAll(Documents.read(ACL, part)));
    assertEquals(
        ReadingJson.of(Documents.read(ACL, document)).toPrettyString(),
        ReadingJson.of(readings).toPrettyString());
    assertEquals(List.of(), cut.unreadable());
    assertTrue(cut.parts().stream().allMatch(part -> part.length <= 4000));
  }

  @Provide
  Arbitrary<List<String>> volumes() {
    Arbitrary<String> paper =
        Arbitraries.of(
            "<paper id='1'><title>One</title></paper>",
            "<paper id='2'><title>Two > One</title><abstract><![CDATA[</paper>]]></abstract></paper>\n",
            "<!-- <paper> --><paper><title><!-- </paper> --> Three</title></paper>",
            "<paper/>",
            "<paper id='>'><title>日本 é</title><?target </paper>?></paper>",
            "<paper><title>Broken <b></title></paper>",
            "<paper><author><last>Last</last></author><title>Four</title></paper >",
            "<frontmatter><title>No paper</title></frontmatter>",
            "text & text");
    return paper
        .list()
        .ofMaxSize(8)
        .flatMap(
            papers ->
                Arbitraries.integers()
                    .between(1900, 2100)
                    .map(
                        year ->
                            "<volume id='v%d'><meta><year>%d</year></meta>%s</volume>"
                                .formatted(year, year, String.join("", papers))))
        .list()
        .ofMaxSize(5);
  }

  /** Gives few bytes at once. */
  private static final class Dripping extends InputStream {

    private final ByteArrayInputStream bytes;
    private final int chunk;

    Dripping(byte[] bytes, int chunk) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      return bytes.read(to, offset, Math.min(length, chunk));
    }
  }
}
