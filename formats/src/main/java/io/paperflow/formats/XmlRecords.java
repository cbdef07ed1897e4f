package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the records of one XML document, each on its own. For one thread. */
final class XmlRecords {

  /** Reads one kind of record. */
  interface Reader {
    /**
     * Reads the record, before which stands what is open around it.
     *
     * @return empty when the record says nothing of a paper, as a deleted one does
     */
    Optional<PaperDraft> read(XmlReader xml) throws RecordException;
  }

  /** Prefixes that records cut out of their documents are seen to use without declaration. */
  private static final byte[] USUAL_PREFIXES =
      XmlTags.ascii(
          """
          <records xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
          xmlns:arxiv="http://arxiv.org/schemas/atom" \
          xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" \
          xmlns:dc="http://purl.org/dc/elements/1.1/">""");

  private final RawDocument document;
  private final byte[] bytes;
  private final XmlScanner scanner;
  private final Consumer<Reading> out;
  private final StrictUtf8 utf8 = new StrictUtf8();
  private byte[] text = {};

  XmlRecords(RawDocument document, XmlNames names, Consumer<Reading> out) {
    this.document = document;
    this.bytes = Fragments.bytes(document);
    this.scanner = new XmlScanner(bytes, names);
    this.out = out;
  }

  /** Reads all records; where there are none, says why if the format knows. */
  void read(Reader reader, Format format) {
    int at = 0;
    boolean found = scanner.next(at, bytes.length);
    if (!found) {
      format.refusal(Head.of(bytes)).ifPresent(this::refused);
    }
    while (found) {
      read(reader, scanner.from(), scanner.to());
      at = scanner.to();
      found = scanner.next(at, bytes.length);
    }
    if (scanner.inRecord()) {
      cutOff(scanner.from());
    } else if (scanner.envelope().isOpen()) {
      cutOff(bytes.length);
    }
  }

  private void refused(Recognition.Refused refusal) {
    int kept = Math.min(Fragments.OVERSIZED_BYTES, bytes.length);
    out.accept(Fragments.unreadable(Reading.Code.NOT_A_PAPER, refusal.message(), bytes, 0, kept));
  }

  private void cutOff(int from) {
    out.accept(Fragments.cutOff(bytes, from, bytes.length));
  }

  private void read(Reader reader, int from, int to) {
    try {
      utf8.decode(bytes, from, to);
      Optional<PaperDraft> draft = draft(reader, from, to);
      if (draft.isPresent()) {
        out.accept(new Reading.Paper(draft.get().finish(document)));
      }
    } catch (RecordException e) {
      out.accept(Fragments.unreadable(e.code(), e.reason(), bytes, from, to));
    }
  }

  private Optional<PaperDraft> draft(Reader reader, int from, int to) throws RecordException {
    byte[] around = scanner.envelope().isOpen() ? scanner.envelope().opening() : USUAL_PREFIXES;
    int length = around.length + to - from;
    if (text.length < length) {
      text = new byte[2 * length];
    }
    System.arraycopy(around, 0, text, 0, around.length);
    System.arraycopy(bytes, from, text, around.length, to - from);
    try (var xml = new XmlReader(text, 0, length, around.length)) {
      return reader.read(xml);
    }
  }
}
