package io.paperflow.formats;

/** Metadata in arXiv's format (http://arxiv.org/OAI/arXiv.xsd). */
final class OaiArxiv {

  private OaiArxiv() {}

  static void read(XmlReader xml, PaperDraft draft) throws RecordException {
    xml.children(
        name -> {
          switch (name) {
            case "id" -> draft.arxivId = ArxivFields.id(xml);
            case "created" -> draft.published = xml.content().flatMap(Times::parse);
            case "updated" -> draft.updated = xml.content().flatMap(Times::parse);
            case "authors" -> xml.children(_ -> author(xml, draft));
            default -> ArxivFields.read(name, xml, draft);
          }
        });
  }

  private static void author(XmlReader xml, PaperDraft draft) throws RecordException {
    var author = new AuthorDraft();
    xml.children(
        part -> {
          switch (part) {
            case "forenames" -> author.given = xml.text();
            // Sometimes a double name is two.
            case "keyname" -> author.family += ' ' + xml.text();
            case "suffix" -> author.suffix = xml.text();
            case "affiliation" -> author.affiliations.add(xml.text());
            default -> {
              // Nothing else is defined.
            }
          }
        });
    author.finish(ArxivText::name).ifPresent(draft.authors::add);
  }
}
