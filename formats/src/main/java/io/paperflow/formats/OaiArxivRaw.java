package io.paperflow.formats;

/** Metadata in arXiv's raw format (http://arxiv.org/OAI/arXivRaw.xsd), with all versions. */
final class OaiArxivRaw {

  private OaiArxivRaw() {}

  static void read(XmlReader xml, PaperDraft draft) throws RecordException {
    var versions = new ArxivVersions();
    xml.children(
        name -> {
          switch (name) {
            case "id" -> draft.arxivId = ArxivFields.id(xml);
            case "version" -> version(xml, versions);
            case "authors" -> draft.authors.addAll(AuthorLine.split(xml.text()));
            default -> ArxivFields.read(name, xml, draft);
          }
        });
    versions.describe(draft);
  }

  private static void version(XmlReader xml, ArxivVersions versions) throws RecordException {
    var version = new VersionDraft();
    version.number = xml.attribute("version");
    xml.children(
        part -> {
          switch (part) {
            case "date" -> version.created = xml.content();
            case "source_type" -> version.sourceType = xml.content();
            default -> {
              // The size.
            }
          }
        });
    versions.add(version);
  }
}
