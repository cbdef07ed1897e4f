package io.paperflow.formats;

import java.util.Optional;

/** A record of an OAI-PMH answer: a header, and metadata unless it is deleted. */
final class OaiRecord {

  private final OaiMetadata metadata;
  private final PaperDraft draft = new PaperDraft();
  private final ArxivSets sets = new ArxivSets();
  private String identifier = "";
  private boolean deleted;
  private boolean described;

  OaiRecord(OaiMetadata metadata) {
    this.metadata = metadata;
  }

  /** Reads the record that has just begun; empty when arXiv says that it is deleted. */
  Optional<PaperDraft> read(XmlReader xml) throws RecordException {
    xml.children(
        name -> {
          switch (name) {
            case "header" -> header(xml);
            case "metadata" -> xml.children(inner -> metadata(inner, xml));
            default -> {
              // About the record, not the paper.
            }
          }
        });
    if (deleted) {
      return Optional.empty();
    }
    if (!described) {
      throw new RecordException(
          Reading.Code.NOT_A_PAPER, "the record has no metadata as " + metadata.prefix());
    }
    return Optional.of(finished());
  }

  private void header(XmlReader xml) throws RecordException {
    deleted = xml.attribute("status").filter("deleted"::equals).isPresent();
    xml.children(
        name -> {
          switch (name) {
            case "identifier" -> identifier = xml.text();
            case "datestamp" -> draft.sourceTime = xml.content().flatMap(Times::parse);
            case "setSpec" -> sets.add(xml.text());
            default -> {
              // Nothing else is defined.
            }
          }
        });
  }

  private void metadata(String name, XmlReader xml) throws RecordException {
    if (name.equals(metadata.element())) {
      described = true;
      metadata.read(xml, draft);
    }
  }

  private PaperDraft finished() throws RecordException {
    draft.arxivId = draft.arxivId.or(() -> ArxivId.parse(identifier));
    if (draft.arxivId.isEmpty()) {
      throw new RecordException(Reading.Code.INVALID_ID, "the record has no arXiv id");
    }
    if (draft.categories.isEmpty()) {
      draft.categories = sets.categories();
    }
    Withdrawal.notice(draft);
    return draft;
  }
}
