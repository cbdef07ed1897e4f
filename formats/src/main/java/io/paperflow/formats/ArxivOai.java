package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers of arXiv's OAI-PMH interface (https://info.arxiv.org/help/oa,
 * http://www.openarchives.org/OAI/openarchivesprotocol.html) to ListRecords and GetRecord, and
 * records cut out of them. Elements of the protocol are known by their local names, as such records
 * often lack their namespace.
 */
final class ArxivOai implements Format {

  private static final XmlNames NAMES = XmlNames.of("record");
  private static final String ENVELOPE = "OAI-PMH";
  private static final Set<String> ROOTS = Set.of(ENVELOPE, "ListRecords", "GetRecord", "record");
  private static final String ARXIV_RECORD = "oai:arXiv.org:";
  private static final Pattern REQUESTED = Pattern.compile("metadataprefix\\s*=\\s*[\"'](\\w+)");

  /** Not an error: there is nothing new. */
  private static final String NOTHING_NEW = "noRecordsMatch";

  private final OaiMetadata metadata;

  ArxivOai(OaiMetadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public String mediaType() {
    return metadata.mediaType();
  }

  @Override
  public String source() {
    return metadata.source();
  }

  @Override
  public boolean recognises(Head head) {
    return head.xml()
        .filter(shape -> ROOTS.contains(shape.root()) && shape.hasAny("record", "error"))
        .flatMap(shape -> shape.names().contains("metadata") ? held(shape) : requested(shape))
        .filter(metadata::equals)
        .isPresent();
  }

  /** The format of the metadata. Dublin Core is every archive's, so it must be arXiv's. */
  private static Optional<OaiMetadata> held(XmlShape shape) {
    for (OaiMetadata each : OaiMetadata.values()) {
      if (shape.names().contains(each.element())) {
        return each == OaiMetadata.OAI_DC && !shape.mentions(ARXIV_RECORD)
            ? Optional.empty()
            : Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The format that was asked for, where nothing is there to tell it. */
  private static Optional<OaiMetadata> requested(XmlShape shape) {
    if (!shape.root().equals(ENVELOPE)) {
      return Optional.empty();
    }
    Matcher requested = REQUESTED.matcher(shape.text());
    if (!requested.find()) {
      return Optional.of(OaiMetadata.ARXIV);
    }
    for (OaiMetadata each : OaiMetadata.values()) {
      if (each.prefix().equalsIgnoreCase(requested.group(1))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Recognition.Refused> refusal(Head head) {
    return XmlRefusals.documentType(head)
        .or(
            () ->
                XmlRefusals.first(head, "error", ArxivOai::error)
                    .filter(words -> !words.startsWith(NOTHING_NEW))
                    .map(words -> XmlRefusals.error("arXiv", words)));
  }

  private static String error(XmlReader xml) throws RecordException {
    return xml.attribute("code").orElse("no code") + ": " + xml.text();
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new XmlCutter(document, size, parts, NAMES).cut();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    new XmlRecords(document, NAMES, out).read(this::record, this);
  }

  private Optional<PaperDraft> record(XmlReader xml) throws RecordException {
    xml.toElement("record");
    return new OaiRecord(metadata).read(xml);
  }
}
