package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A page of Hugging Face, which carries the state it is drawn from as JSON: {@code <div
 * class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="…">}. The parts of a large
 * page are the records of that state.
 *
 * @param target which component's state is read, letters only
 * @param state what the state holds
 */
record HydratedPage(String target, String mediaType, String source, JsonObjects state)
    implements Format {

  /** Pages of a month have 2 MB; what is longer is no page of papers. */
  private static final int LARGEST_PAGE = 8 << 20;

  @Override
  public boolean recognises(Head head) {
    return head.beginsWith('<')
        && Pattern.compile("\\sdata-target=[\"']" + target + "[\"']").matcher(head.text()).find();
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    byte[] first = document.readNBytes(size.target() + 1);
    if (first.length <= size.target()) {
      if (first.length > 0) {
        parts.part(first);
      }
      return;
    }
    byte[] page =
        new SequenceInputStream(new ByteArrayInputStream(first), document)
            .readNBytes(LARGEST_PAGE + 1);
    document.transferTo(OutputStream.nullOutputStream());
    Optional<byte[]> json = page.length > LARGEST_PAGE ? Optional.empty() : json(page);
    if (json.isPresent()) {
      state.cut(new ByteArrayInputStream(json.get()), size, parts);
    } else {
      parts.unreadable(withoutState(page));
    }
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    byte[] bytes = Fragments.bytes(document);
    if (!Head.of(bytes).beginsWith('<')) {
      state.read(document, out);
      return;
    }
    json(bytes)
        .ifPresentOrElse(
            json -> state.read(document, json, out), () -> out.accept(withoutState(bytes)));
  }

  private Optional<byte[]> json(byte[] page) {
    return PageState.find(new String(page, StandardCharsets.UTF_8), target)
        .map(json -> json.getBytes(StandardCharsets.UTF_8));
  }

  private Reading.Unreadable withoutState(byte[] page) {
    boolean large = page.length > LARGEST_PAGE;
    return Fragments.unreadable(
        large ? Reading.Code.TOO_LARGE : Reading.Code.TRUNCATED,
        large
            ? "a page of more than " + LARGEST_PAGE + " bytes is not read"
            : "the page has no whole state of " + target + ": fetch it again",
        page,
        0,
        Math.min(page.length, Fragments.OVERSIZED_BYTES));
  }
}
