package io.paperflow.formats;

/** The metadata formats of arXiv's OAI-PMH interface (https://info.arxiv.org/help/oa). */
enum OaiMetadata {
  /** Authors by the parts of their names, dates of the first and last version. */
  ARXIV("arXiv", "arXiv", MediaTypes.ARXIV_OAI, Sources.ARXIV),

  /** All versions with their times; authors in one line. */
  ARXIV_RAW("arXivRaw", "arXivRaw", MediaTypes.ARXIV_OAI_RAW, Sources.ARXIV_RAW),

  /** Dublin Core. */
  OAI_DC("oai_dc", "dc", MediaTypes.ARXIV_OAI_DC, Sources.ARXIV_DC);

  private final String prefix;
  private final String element;
  private final String mediaType;
  private final String source;

  OaiMetadata(String prefix, String element, String mediaType, String source) {
    this.prefix = prefix;
    this.element = element;
    this.mediaType = mediaType;
    this.source = source;
  }

  /** The protocol's name of the format. */
  String prefix() {
    return prefix;
  }

  /** The local name of the element that holds it. */
  String element() {
    return element;
  }

  String mediaType() {
    return mediaType;
  }

  String source() {
    return source;
  }

  /** Reads metadata of this format, whose element has just begun. */
  void read(XmlReader xml, PaperDraft draft) throws RecordException {
    switch (this) {
      case ARXIV -> OaiArxiv.read(xml, draft);
      case ARXIV_RAW -> OaiArxivRaw.read(xml, draft);
      case OAI_DC -> OaiDublinCore.read(xml, draft);
    }
  }
}
