package io.paperflow.formats;

import io.paperflow.formats.FieldRecords.Fields;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Daily papers as text with named fields, which public archives of the list keep: {@code Title:},
 * {@code PDF:} with the paper's address at arXiv, {@code Summary:}, then {@code ---}.
 */
final class DailyPapersFields implements Format {

  private static final Pattern ARXIV = Pattern.compile("(?i)https?://[a-z.]*\\barxiv\\.org/.*");

  @Override
  public String mediaType() {
    return MediaTypes.DAILY_PAPERS_FIELDS;
  }

  @Override
  public String source() {
    return Sources.DAILY_PAPERS;
  }

  @Override
  public boolean recognises(Head head) {
    return holdsRecords(head.bytes());
  }

  static boolean holdsRecords(byte[] bytes) {
    return FieldRecords.of(bytes, ByteOrderMark.length(bytes), bytes.length).stream()
        .anyMatch(fields -> !fields.title().isEmpty() && fields.pdf().isPresent());
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new TextCutter(document, size, parts, DailyPapersFields::starts).cut();
  }

  private static int[] starts(byte[] bytes, int length, boolean mayBeginWithin) {
    return FieldRecords.of(bytes, 0, length).stream().mapToInt(Fields::from).toArray();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    byte[] bytes = Fragments.bytes(document);
    List<Fields> records = FieldRecords.of(bytes, ByteOrderMark.length(bytes), bytes.length);
    for (int i = 0; i < records.size(); i++) {
      Fields fields = records.get(i);
      int to = i + 1 < records.size() ? records.get(i + 1).from() : bytes.length;
      try {
        out.accept(new Reading.Paper(draft(bytes, fields).finish(document)));
      } catch (RecordException e) {
        out.accept(Fragments.unreadable(e.code(), e.reason(), bytes, fields.from(), to));
      }
    }
  }

  private static PaperDraft draft(byte[] bytes, Fields fields) throws RecordException {
    var draft = new PaperDraft();
    draft.title = TextLine.joined(bytes, fields.title());
    draft.abstractText = TextLine.joined(bytes, fields.summary());
    draft.arxivId = fields.pdf().flatMap(ArxivId::parse);
    if (draft.arxivId.isEmpty() && fields.pdf().filter(ARXIV.asMatchPredicate()).isPresent()) {
      throw new RecordException(
          Reading.Code.INVALID_ID, "no arXiv id in the PDF's address " + fields.pdf().get());
    }
    return draft;
  }
}
