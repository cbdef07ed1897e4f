package io.paperflow.formats;

import io.paperflow.formats.DailyPage.Listed;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Text of the Daily Papers page ({@code https://huggingface.co/papers}), in one of its layouts. */
final class DailyPapersText implements Format {

  private final Layout layout;

  DailyPapersText(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String mediaType() {
    return layout.mediaType();
  }

  @Override
  public String source() {
    return Sources.DAILY_PAPERS;
  }

  @Override
  public boolean recognises(Head head) {
    return DailyPageHead.layout(head).filter(found -> found == layout).isPresent();
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new TextCutter(document, size, parts, this::starts).cut();
  }

  private int[] starts(byte[] bytes, int length, boolean mayBeginWithin) {
    return DailyPage.of(bytes, 0, length, layout, mayBeginWithin).papers().stream()
        .filter(paper -> !paper.title().isEmpty())
        .mapToInt(Listed::from)
        .toArray();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    byte[] bytes = Fragments.bytes(document);
    int from = ByteOrderMark.length(bytes);
    List<Listed> papers = DailyPage.of(bytes, from, bytes.length, layout, false).papers();
    for (int i = 0; i < papers.size(); i++) {
      int to = i + 1 < papers.size() ? papers.get(i + 1).from() : bytes.length;
      out.accept(reading(document, bytes, papers.get(i), to));
    }
  }

  private static Reading reading(RawDocument document, byte[] bytes, Listed paper, int to) {
    try {
      return new Reading.Paper(draft(bytes, paper).finish(document));
    } catch (RecordException e) {
      return Fragments.unreadable(e.code(), e.reason(), bytes, paper.from(), to);
    }
  }

  private static PaperDraft draft(byte[] bytes, Listed paper) throws RecordException {
    var draft = new PaperDraft();
    draft.title = TextLine.joined(bytes, paper.title());
    draft.abstractText = TextLine.joined(bytes, paper.prose());
    draft.published = paper.date().map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC));
    if (paper.votes().isPresent() || paper.comments().isPresent()) {
      DailyListing.Builder listing = DailyListing.newBuilder();
      paper.votes().ifPresent(listing::setUpvotes);
      paper.comments().ifPresent(listing::setComments);
      draft.daily = Optional.of(listing.build());
    }
    return draft;
  }
}
