package io.paperflow.formats;

import io.paperflow.schemas.DeclaredLink;
import java.time.Instant;
import java.util.Optional;

/** A paper of the ACL Anthology, with what its volume says of it. */
final class AclPaper {

  private final PaperDraft draft = new PaperDraft();

  private AclPaper() {}

  /** The paper that stands after the beginning of its volume. */
  static Optional<PaperDraft> read(XmlReader xml) throws RecordException {
    var volume = new AclVolume();
    var paper = new AclPaper();
    String name = xml.toElement("volume", "meta", "paper");
    while (!name.equals("paper")) {
      volume.read(name, xml);
      name = xml.toElement("volume", "meta", "paper");
    }
    paper.draft.venue = volume.title();
    paper.draft.published = volume.published();
    paper.draft.sourceTime =
        xml.attribute("ingest-date").flatMap(Times::parse).or(volume::ingested);
    xml.children(field -> paper.field(field, xml));
    return Optional.of(paper.draft);
  }

  private void field(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "title" -> draft.title = xml.text();
      case "abstract" -> draft.abstractText = xml.text();
      case "author" -> author(xml);
      case "doi" -> draft.doi = Doi.normalise(xml.text());
      case "pwccode" -> code(xml);
      case "revision" -> revision(xml.attribute("date").flatMap(Times::parse));
      case "retracted", "removed" -> draft.withdrawn = true;
      default -> {
        // Pages, keys, files, data sets.
      }
    }
  }

  private void revision(Optional<Instant> date) {
    if (date.isPresent()) {
      draft.updated = date;
      draft.sourceTime = date;
    }
  }

  private void author(XmlReader xml) throws RecordException {
    var author = new AuthorDraft();
    xml.children(
        part -> {
          switch (part) {
            case "first" -> author.given = xml.text();
            case "last" -> author.family = xml.text();
            case "affiliation" -> author.affiliations.add(xml.text());
            default -> {
              // The name in another script.
            }
          }
        });
    author.finish(Text::oneLine).ifPresent(draft.authors::add);
  }

  /** Empty where Papers with Code knew only repositories of others. */
  private void code(XmlReader xml) {
    xml.attribute("url")
        .map(url -> DeclaredLink.newBuilder().setField("pwccode").setValue(url).build())
        .ifPresent(draft.links::add);
  }
}
