package io.paperflow.formats;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields that arXiv's OAI-PMH metadata formats share. */
final class ArxivFields {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ArxivFields() {}

  /** Reads the element of this name, if it is one of them. */
  static void read(String name, XmlReader xml, PaperDraft draft) throws RecordException {
    switch (name) {
      case "title" -> draft.title = ArxivText.title(xml.text());
      case "abstract" -> draft.abstractText = xml.text();
      case "categories" -> draft.categories = categories(xml.text());
      case "comments" -> draft.comments = xml.content();
      case "journal-ref" -> draft.journalRef = xml.content();
      case "doi" -> draft.doi = Doi.normalise(xml.text());
      case "license" -> draft.license = xml.content();
      default -> {
        // Reports' numbers, classes of other schemes, the proxy that submitted.
      }
    }
  }

  /** The id of the element that has just begun. */
  static Optional<ArxivId> id(XmlReader xml) throws RecordException {
    return id(xml.text());
  }

  /** The id, with or without version. */
  static Optional<ArxivId> id(String text) throws RecordException {
    Optional<ArxivId> id = ArxivId.parse(text);
    if (id.isEmpty()) {
      throw new RecordException(
          Reading.Code.INVALID_ID, "the id " + Text.oneLine(text) + " is not an arXiv id");
    }
    return id;
  }

  /** Codes between blanks, the primary one first. */
  static List<String> categories(String codes) {
    return List.of(BLANKS.split(Text.strip(codes)));
  }
}
