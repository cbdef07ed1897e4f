package io.paperflow.formats;

import java.time.Instant;
import java.util.Optional;

/**
 * Metadata in Dublin Core (http://www.openarchives.org/OAI/2.0/oai_dc.xsd) as arXiv fills it: of
 * two descriptions the second is the comment, of two dates the last is that of the last version.
 */
final class OaiDublinCore {

  private static final String COMMENT = "Comment:";

  private OaiDublinCore() {}

  static void read(XmlReader xml, PaperDraft draft) throws RecordException {
    xml.children(
        name -> {
          if (xml.namespace().equals(Namespaces.DUBLIN_CORE)) {
            field(name, xml.text(), draft);
          }
        });
  }

  private static void field(String name, String text, PaperDraft draft) {
    switch (name) {
      case "title" -> draft.title = ArxivText.title(text);
      case "creator" -> creator(text).finish(ArxivText::name).ifPresent(draft.authors::add);
      case "description" -> description(text, draft);
      case "date" -> date(Times.parse(Text.strip(text)), draft);
      case "identifier" -> identifier(Text.strip(text), draft);
      case "rights" -> draft.license = PaperDraft.content(text);
      default -> {
        // Subjects are the names of categories, of which the sets have the codes.
      }
    }
  }

  /** {@code Sample Jr, Bo} is Bo Sample Jr. */
  private static AuthorDraft creator(String text) {
    int comma = text.indexOf(',');
    AuthorDraft author = AuthorDraft.named(comma < 0 ? text : text.substring(0, comma));
    author.given = comma < 0 ? "" : text.substring(comma + 1);
    return author;
  }

  private static void description(String text, PaperDraft draft) {
    String stripped = Text.strip(text);
    if (stripped.startsWith(COMMENT)) {
      draft.comments = PaperDraft.content(stripped.substring(COMMENT.length()));
    } else if (draft.abstractText.isEmpty()) {
      draft.abstractText = text;
    } else {
      draft.comments = PaperDraft.content(text);
    }
  }

  private static void date(Optional<Instant> date, PaperDraft draft) {
    if (draft.published.isEmpty()) {
      draft.published = date;
    } else {
      draft.updated = date;
    }
  }

  private static void identifier(String text, PaperDraft draft) {
    Optional<ArxivId> id = ArxivId.parse(text);
    Optional<String> doi = Doi.normalise(text);
    if (id.isPresent()) {
      draft.arxivId = id;
    } else if (doi.isPresent()) {
      draft.doi = doi;
    } else {
      draft.journalRef = PaperDraft.content(text);
    }
  }
}
