package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Atom answers of arXiv's query API (https://info.arxiv.org/help/api/user-manual.html). One without
 * entries is a page past the end, or the answer to an id that is not known.
 */
final class ArxivApi implements Format {

  private static final XmlNames NAMES = XmlNames.of("entry");

  @Override
  public String mediaType() {
    return MediaTypes.ARXIV_API;
  }

  @Override
  public String source() {
    return Sources.ARXIV_API;
  }

  @Override
  public boolean recognises(Head head) {
    return head.xml().filter(ArxivApi::isAnswer).isPresent();
  }

  private static boolean isAnswer(XmlShape shape) {
    return shape.root().equals("feed")
        && shape.mentions(Namespaces.ATOM)
        && !ArxivFeed.isAnnouncement(shape)
        && (shape.mentions("arxiv.org/api/") || shape.mentions("<id>http://arxiv.org/abs/"));
  }

  @Override
  public Optional<Recognition.Refused> refusal(Head head) {
    return XmlRefusals.documentType(head)
        .or(
            () ->
                XmlRefusals.first(head, "entry", ApiEntry::error)
                    .filter(words -> !words.isEmpty())
                    .map(words -> XmlRefusals.error("arXiv", words)));
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new XmlCutter(document, size, parts, NAMES).cut();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    new XmlRecords(document, NAMES, out).read(ApiEntry::read, this);
  }
}
