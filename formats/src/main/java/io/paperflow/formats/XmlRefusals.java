package io.paperflow.formats;

import io.paperflow.formats.Recognition.Code;
import io.paperflow.formats.Recognition.Refused;
import java.util.Optional;

/** Why XML documents of known formats are not read. */
final class XmlRefusals {

  /** Takes what is wanted of an element. */
  interface Extract {
    /** Reads the element that has just begun. */
    String of(XmlReader xml) throws RecordException;
  }

  private XmlRefusals() {}

  /** A document type may define entities that expand without bound, or that name other files. */
  static Optional<Refused> documentType(Head head) {
    return head.xml()
        .filter(XmlShape::typed)
        .map(
            _ ->
                new Refused(
                    Code.UNSAFE, "the document declares a document type, which none needs here"));
  }

  /** The source's own words. */
  static Refused error(String source, String words) {
    return new Refused(
        Code.ERROR_ANSWER, source + " answered with an error: " + Text.oneLine(words));
  }

  /** What the first element of this name says, if there is one that can be read. */
  static Optional<String> first(Head head, String localName, Extract extract) {
    byte[] bytes = head.bytes();
    var scanner = new XmlScanner(bytes, XmlNames.of(localName));
    if (!scanner.next(0, bytes.length)) {
      return Optional.empty();
    }
    byte[] opening = scanner.envelope().opening();
    int length = scanner.to() - scanner.from();
    byte[] text = new byte[opening.length + length];
    System.arraycopy(opening, 0, text, 0, opening.length);
    System.arraycopy(bytes, scanner.from(), text, opening.length, length);
    try (var xml = new XmlReader(text, 0, text.length, opening.length)) {
      xml.toElement(localName);
      return Optional.of(extract.of(xml));
    } catch (RecordException _) {
      return Optional.empty();
    }
  }
}
