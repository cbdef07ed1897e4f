package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken in one record is told, and the records beside it are read. */
class HostileJsonTest {

  private static final int DEEP = 100_000;

  /** A document of a format, where X is any value and the records beside it are fine. */
  record Document(String mediaType, String text) {
    @Override
    public String toString() {
      return mediaType;
    }
  }

  static Stream<Document> documents() {
    return Stream.of(
        new Document(
            MediaTypes.DAILY_PAPERS_JSON,
            list("{'paper':{'id':'2602.0128#','title':'#','upvotes':1,'x':X},'numComments':1}")),
        new Document(
            MediaTypes.PWC_LINKS,
            list("{'paper_title':'#','repo_url':'https://github.com/a/b','x':X}")),
        new Document(
            MediaTypes.PWC_PAPERS,
            list("{'paper_url':'u','title':'#','abstract':'a','url_abs':'u','x':X}")),
        new Document(
            MediaTypes.OPENREVIEW_NOTES,
            "{'notes':"
                + list("{'id':'note#','forum':'note#','content':{'title':'#'},'x':X}")
                + "}"),
        new Document(
            MediaTypes.BIORXIV_DETAILS,
            "{'collection':"
                + list(
                    "{'doi':'10.1101/#','title':'#','authors':'','version':'1','category':'','x':X}")
                + "}"));
  }

  private static String list(String record) {
    return "["
        + record.replace("#", "1").replace("X", "1")
        + ","
        + record.replace("#", "2")
        + ","
        + record.replace("#", "3").replace("X", "null")
        + "]";
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nestedDeeplyIsTooLarge(Document document) {
    assertUnreadable(
        Reading.Code.TOO_LARGE, document, Documents.utf8("[".repeat(DEEP) + "]".repeat(DEEP)));
    assertUnreadable(
        Reading.Code.TOO_LARGE,
        document,
        Documents.utf8("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void bytesThatAreNotUtf8AreNoText(Document document) {
    assertUnreadable(Reading.Code.NOT_UTF8, document, new byte[] {'"', (byte) 0xC3, '(', '"'});
  }

  @ParameterizedTest
  @MethodSource("documents")
  void numbersWithoutEndAndWordsThatAreNoneAreMalformed(Document document) {
    assertUnreadable(Reading.Code.TOO_LARGE, document, Documents.utf8("1".repeat(5_000)));
    assertUnreadable(Reading.Code.MALFORMED, document, Documents.utf8("NaN"));
    assertUnreadable(Reading.Code.MALFORMED, document, Documents.utf8("None"));
  }

  private static void assertUnreadable(Reading.Code code, Document document, byte[] value) {
    Format format = Formats.standard().byMediaType(document.mediaType()).orElseThrow();
    byte[] bytes = bytes(document.text(), value);
    assertEquals(document.mediaType(), Documents.recognised(bytes).mediaType());
    List<Reading> readings = Documents.read(format, bytes);
    assertEquals(3, readings.size());
    assertInstanceOf(Reading.Paper.class, readings.get(0));
    assertEquals(code, assertInstanceOf(Reading.Unreadable.class, readings.get(1)).code());
    assertInstanceOf(Reading.Paper.class, readings.get(2));
  }

  private static byte[] bytes(String text, byte[] value) {
    String[] around = text.replace('\'', '"').split("X", 2);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Documents.utf8(around[0]));
    bytes.writeBytes(value);
    bytes.writeBytes(Documents.utf8(around[1]));
    return bytes.toByteArray();
  }

  @Test
  void aDocumentOfNothingButBracketsIsRefused() {
    for (String bracket : List.of("[", "{\"a\":", "[{\"paper\":")) {
      var refused =
          assertInstanceOf(
              Recognition.Refused.class,
              Formats.standard().recognise(Documents.head(Documents.utf8(bracket.repeat(DEEP)))));
      assertEquals(Recognition.Code.UNKNOWN_FORMAT, refused.code());
    }
  }
}
