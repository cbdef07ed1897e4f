package io.paperflow.formats;

import io.paperflow.formats.Recognition.Code;
import io.paperflow.formats.Recognition.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is wrong with a document that no format reads. */
final class HeadCheck {

  /** Text has next to no control characters, other data one in ten. */
  private static final int TEXT_PER_CONTROL = 50;

  /** Text with a few broken characters is still text. */
  private static final int TEXT_PER_BROKEN = 10;

  private static final int NAMES = 8;

  private HeadCheck() {}

  /** Refuses what cannot be of any format. */
  static Optional<Refused> refuse(Head head) {
    byte[] bytes = head.bytes();
    if (bytes.length >= 2 && isUtf16Mark(bytes)) {
      return Optional.of(new Refused(Code.NOT_UTF8, "the document is UTF-16: convert it to UTF-8"));
    }
    int controls = 0;
    int blanks = 0;
    for (byte b : bytes) {
      blanks += Lines.isBlank(b) ? 1 : 0;
      controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    if (controls > bytes.length / TEXT_PER_CONTROL) {
      return Optional.of(
          new Refused(Code.BINARY, "the document is not text: it has control characters"));
    }
    if (head.isWhole() && blanks == bytes.length - ByteOrderMark.length(bytes)) {
      return Optional.of(new Refused(Code.EMPTY, "the document is empty"));
    }
    long broken =
        new String(bytes, StandardCharsets.UTF_8).chars().filter(c -> c == 0xFFFD).count();
    if (broken > bytes.length / TEXT_PER_BROKEN) {
      return Optional.of(
          new Refused(Code.BINARY, "the document is not text: most of it is not UTF-8"));
    }
    return Optional.empty();
  }

  private static boolean isUtf16Mark(byte[] bytes) {
    int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** Refuses what no format recognises. */
  static Refused unknown(Head head) {
    return new Refused(
        Code.UNKNOWN_FORMAT,
        "the document's format is not known: it looks like "
            + look(head)
            + "; expected are papers of Hugging Face, arXiv, Papers with Code, OpenReview, the ACL"
            + " Anthology, bioRxiv or medRxiv, in a format these give out");
  }

  private static String look(Head head) {
    List<JsonShape> objects = head.jsonObjects();
    if (!objects.isEmpty()) {
      String fields = String.join(", ", objects.getFirst().fields().stream().limit(NAMES).toList());
      return fields.isEmpty()
          ? "JSON objects of which no field can be read"
          : "JSON objects with the fields " + fields;
    }
    if (head.beginsWith('[') || head.beginsWith('{')) {
      return isListOfTexts(head) ? "a JSON list of texts, not of objects" : "JSON without objects";
    }
    return head.beginsWith('<') ? "HTML or XML" : "plain text";
  }

  private static boolean isListOfTexts(Head head) {
    var texts = new AtomicBoolean();
    JsonElements.forEach(
        head.bytes(), (from, _, _) -> texts.compareAndSet(false, head.bytes()[from] == '"'));
    return texts.get();
  }
}
