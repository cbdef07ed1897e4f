package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import io.paperflow.schemas.Author;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of a version of a preprint at bioRxiv or medRxiv. */
final class BiorxivVersion {

  /** Stands where there is nothing. */
  private static final String NOTHING = "NA";

  private static final String FIRST = "1";
  private static final String WITHDRAWN = "withdrawn";

  /** Family name and initials, as {@code Wright, K. M.}. */
  private record Name(String family, String given) {

    static Name of(String text) {
      String[] names = Text.oneLine(text).split(", ?", 2);
      return new Name(names[0], names.length > 1 ? names[1] : "");
    }

    String inOrder() {
      return given.isEmpty() ? family : given + " " + family;
    }

    /** Whether a name in full is this one: the same family name and first letter. */
    boolean is(String full) {
      String name = Text.lower(Text.oneLine(full));
      return !given.isEmpty()
          && name.endsWith(" " + Text.lower(family))
          && name.startsWith(Text.lower(given.substring(0, 1)));
    }
  }

  private final PaperDraft draft = new PaperDraft();
  private String authors = "";
  private Optional<String> corresponding = Optional.empty();
  private Optional<String> institution = Optional.empty();
  private String version = "";

  static BiorxivVersion read(JsonParser json) throws IOException, RecordException {
    var entry = new BiorxivVersion();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "doi" -> draft.doi = given(json).flatMap(Doi::normalise);
      case "title" -> draft.title = given(json).orElse("");
      case "abstract" -> draft.abstractText = given(json).orElse("");
      case "authors" -> authors = given(json).orElse("");
      case "author_corresponding" -> corresponding = given(json);
      case "author_corresponding_institution" -> institution = given(json).map(Text::oneLine);
      case "date" -> draft.updated = Json.time(json);
      case "version" -> version = given(json).orElse("");
      case "type" -> draft.withdrawn = given(json).filter(WITHDRAWN::equalsIgnoreCase).isPresent();
      case "license" -> draft.license = given(json).flatMap(Licences::address);
      case "category" -> draft.categories = given(json).stream().toList();
      case "published" -> draft.journalRef = given(json);
      case "server" -> draft.source = given(json).flatMap(BiorxivVersion::source);
      default -> json.skipChildren();
    }
  }

  private static Optional<String> given(JsonParser json) throws IOException {
    return Json.text(json).filter(Predicate.not(NOTHING::equals));
  }

  private static Optional<String> source(String server) {
    return Stream.of(Sources.BIORXIV, Sources.MEDRXIV).filter(server::equalsIgnoreCase).findFirst();
  }

  PaperDraft draft() throws RecordException {
    if (draft.doi.isEmpty()) {
      throw new RecordException(Reading.Code.INVALID_ID, "the version's DOI is missing or none");
    }
    draft.sourceTime = draft.updated;
    if (version.equals(FIRST)) {
      draft.published = draft.updated;
    }
    addAuthors();
    return draft;
  }

  /** The institution is that of the corresponding author, if it is clear who that is. */
  private void addAuthors() {
    List<Name> names =
        Stream.of(authors.split(";", -1))
            .filter(text -> !Text.strip(text).isEmpty())
            .map(Name::of)
            .toList();
    List<Name> matching =
        names.stream().filter(name -> corresponding.filter(name::is).isPresent()).toList();
    for (Name name : names) {
      Author.Builder author = Author.newBuilder().setName(name.inOrder());
      if (matching.equals(List.of(name))) {
        institution.ifPresent(author::setAffiliation);
      }
      draft.authors.add(author.build());
    }
  }
}
