package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collections of the ACL Anthology (https://github.com/acl-org/acl-anthology, schema.rnc): volumes
 * with their description, then their papers. The volumes' front matter is no paper.
 */
final class AclAnthology implements Format {

  private static final XmlNames NAMES = XmlNames.of("paper").carrying("meta");

  @Override
  public String mediaType() {
    return MediaTypes.ACL_ANTHOLOGY;
  }

  @Override
  public String source() {
    return Sources.ACL_ANTHOLOGY;
  }

  @Override
  public boolean recognises(Head head) {
    return head.xml()
        .filter(shape -> shape.root().equals("collection") && shape.names().contains("volume"))
        .filter(shape -> shape.hasAny("booktitle", "paper", "frontmatter"))
        .isPresent();
  }

  @Override
  public Optional<Recognition.Refused> refusal(Head head) {
    return XmlRefusals.documentType(head);
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new XmlCutter(document, size, parts, NAMES).cut();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    new XmlRecords(document, NAMES, out).read(AclPaper::read, this);
  }
}
