package io.paperflow.formats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An item of arXiv's announcements, of RSS or Atom; the two differ in names only. */
final class FeedItem {

  /** What stands before the abstract. */
  private static final Pattern LABEL =
      Pattern.compile("\\s*arXiv:\\S+\\s+Announce Type:\\s*([\\w-]+)\\s*(?:Abstract:)?");

  private static final String NEW = "new";
  private static final String REPLACED = "replace";

  private final PaperDraft draft = new PaperDraft();
  private final List<String> categories = new ArrayList<>();
  private Optional<String> id = Optional.empty();
  private Optional<String> link = Optional.empty();
  private Optional<Instant> announced = Optional.empty();
  private String type = "";

  /** The paper of the item. */
  static Optional<PaperDraft> read(XmlReader xml) throws RecordException {
    var item = new FeedItem();
    xml.toElement("item", "entry");
    xml.children(name -> item.field(name, xml));
    return Optional.of(item.paper());
  }

  private void field(String name, XmlReader xml) throws RecordException {
    switch (xml.namespace()) {
      case "", Namespaces.ATOM -> plain(name, xml);
      case Namespaces.ARXIV -> arxiv(name, xml);
      case Namespaces.DUBLIN_CORE -> dublinCore(name, xml);
      default -> {
        // Of another vocabulary.
      }
    }
  }

  private void plain(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "guid", "id" -> id = xml.content();
      case "title" -> draft.title = ArxivText.title(xml.text());
      case "link" -> link = href(xml);
      case "description", "summary" -> abstractOf(xml.text());
      case "category" -> category(xml.attribute("term"), xml);
      case "pubDate" -> announced = Times.parseRfc1123(Text.strip(xml.text()));
      case "published" -> announced = Times.parse(Text.strip(xml.text()));
      default -> {
        // When the feed was made.
      }
    }
  }

  private void arxiv(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "announce_type" -> type = Text.strip(xml.text());
      case "DOI", "doi" -> draft.doi = Doi.normalise(xml.text());
      case "journal_reference", "journal_ref" -> draft.journalRef = xml.content();
      default -> {
        // Nothing else is known.
      }
    }
  }

  private void dublinCore(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "creator" -> draft.authors.addAll(AuthorLine.split(xml.text()));
      case "rights" -> draft.license = xml.content();
      default -> {
        // Nothing else is known.
      }
    }
  }

  private static Optional<String> href(XmlReader xml) throws RecordException {
    Optional<String> href = xml.attribute("href");
    return href.isPresent() ? href : xml.content();
  }

  private void abstractOf(String description) {
    Matcher label = LABEL.matcher(description);
    boolean labelled = label.lookingAt();
    draft.abstractText = labelled ? description.substring(label.end()) : description;
    if (labelled && type.isEmpty()) {
      type = label.group(1);
    }
  }

  private void category(Optional<String> term, XmlReader xml) throws RecordException {
    String code = term.isPresent() ? term.get() : Text.strip(xml.text());
    if (!code.isEmpty() && !categories.contains(code)) {
      categories.add(code);
    }
  }

  private PaperDraft paper() throws RecordException {
    draft.arxivId = ArxivFields.id(id.or(() -> link).orElse(""));
    draft.categories = categories;
    draft.sourceTime = announced;
    if (type.equals(NEW)) {
      draft.published = announced;
    } else if (type.startsWith(REPLACED)) {
      draft.updated = announced;
    }
    Withdrawal.notice(draft);
    return draft;
  }
}
