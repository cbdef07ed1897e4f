package io.paperflow.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An entry of an answer of arXiv's query API. */
final class ApiEntry {

  private static final String ERROR = "/api/errors";

  /** Categories of arXiv; entries also hold classes of other schemes, several in one term. */
  private static final Pattern CATEGORY = Pattern.compile("[a-z]+(?:-[a-z]+)?(?:\\.[A-Za-z-]+)?");

  private final PaperDraft draft = new PaperDraft();
  private final List<String> categories = new ArrayList<>();
  private String id = "";

  /** The paper of the entry. */
  static Optional<PaperDraft> read(XmlReader xml) throws RecordException {
    var entry = new ApiEntry();
    xml.toElement("entry");
    entry.fields(xml);
    return Optional.of(entry.paper());
  }

  /** What the entry that has just begun says went wrong; empty when it is a paper's. */
  static String error(XmlReader xml) throws RecordException {
    var entry = new ApiEntry();
    entry.fields(xml);
    return entry.error();
  }

  private String error() {
    return id.contains(ERROR) ? draft.abstractText + " (" + id + ")" : "";
  }

  private void fields(XmlReader xml) throws RecordException {
    xml.children(
        name -> {
          switch (xml.namespace()) {
            case Namespaces.ATOM -> atom(name, xml);
            case Namespaces.ARXIV -> arxiv(name, xml);
            default -> {
              // Of another vocabulary.
            }
          }
        });
  }

  private void atom(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "id" -> id = Text.strip(xml.text());
      case "title" -> draft.title = ArxivText.title(xml.text());
      case "summary" -> draft.abstractText = xml.text();
      case "published" -> draft.published = Times.parse(Text.strip(xml.text()));
      case "updated" -> draft.updated = Times.parse(Text.strip(xml.text()));
      case "author" -> author(xml);
      case "category" -> xml.attribute("term").ifPresent(this::category);
      case "link" -> link(xml);
      default -> {
        // Contributors, rights.
      }
    }
  }

  private void arxiv(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "comment" -> draft.comments = xml.content();
      case "journal_ref" -> draft.journalRef = xml.content();
      case "doi" -> draft.doi = Doi.normalise(xml.text()).or(() -> draft.doi);
      case "primary_category" -> xml.attribute("term").ifPresent(this::primary);
      default -> {
        // Affiliations of entries of old.
      }
    }
  }

  private void category(String term) {
    if (CATEGORY.matcher(term).matches() && !categories.contains(term)) {
      categories.add(term);
    }
  }

  private void primary(String term) {
    categories.remove(term);
    categories.addFirst(term);
  }

  private void author(XmlReader xml) throws RecordException {
    var author = new AuthorDraft();
    xml.children(
        part -> {
          switch (part) {
            case "name" -> author.family = xml.text();
            case "affiliation" -> author.affiliations.add(xml.text());
            default -> {
              // Addresses.
            }
          }
        });
    author.finish(ArxivText::name).ifPresent(draft.authors::add);
  }

  private void link(XmlReader xml) {
    if (draft.doi.isEmpty() && xml.attribute("title").filter("doi"::equals).isPresent()) {
      draft.doi = xml.attribute("href").flatMap(Doi::normalise);
    }
  }

  private PaperDraft paper() throws RecordException {
    if (id.contains(ERROR)) {
      throw new RecordException(
          Reading.Code.NOT_A_PAPER, XmlRefusals.error("arXiv", error()).message());
    }
    draft.arxivId = ArxivFields.id(id);
    draft.categories = categories;
    draft.sourceTime = draft.updated;
    Withdrawal.notice(draft);
    return draft;
  }
}
