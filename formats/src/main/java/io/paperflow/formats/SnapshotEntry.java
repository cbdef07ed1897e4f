package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import io.paperflow.schemas.Author;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a line of the arXiv metadata snapshot. */
final class SnapshotEntry {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final PaperDraft draft = new PaperDraft();
  private Optional<String> authors = Optional.empty();
  private final List<String> versions = new ArrayList<>();
  private final List<String> created = new ArrayList<>();

  static SnapshotEntry read(JsonParser json) throws IOException, RecordException {
    var entry = new SnapshotEntry();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "id" -> draft.arxivId = ArxivIdField.read(json);
      case "title" -> draft.title = Json.text(json).orElse("");
      case "abstract" -> draft.abstractText = Json.text(json).orElse("");
      case "authors" -> authors = Json.text(json);
      case "authors_parsed" -> Json.list(json, () -> author(json));
      case "comments" -> draft.comments = Json.text(json);
      case "journal-ref" -> draft.journalRef = Json.text(json);
      case "license" -> draft.license = Json.text(json);
      case "doi" -> draft.doi = Json.text(json).flatMap(Doi::normalise);
      case "categories" ->
          draft.categories =
              Json.text(json).map(codes -> BLANKS.splitAsStream(codes).toList()).orElse(List.of());
      case "versions" -> Json.list(json, () -> version(json));
      case "update_date" -> draft.sourceTime = Json.time(json);
      default -> json.skipChildren();
    }
  }

  /** Family name, given names, suffix such as Jr, affiliations. */
  private void author(JsonParser json) throws IOException, RecordException {
    var parts = new ArrayList<String>();
    Json.list(json, () -> parts.add(Json.text(json).map(Text::oneLine).orElse("")));
    while (parts.size() < 3) {
      parts.add("");
    }
    String name =
        String.join(
            " ",
            Stream.of(parts.get(1), parts.get(0), parts.get(2)).filter(p -> !p.isEmpty()).toList());
    if (name.isEmpty()) {
      return;
    }
    Author.Builder author = Author.newBuilder().setName(name);
    String affiliation =
        String.join("; ", parts.stream().skip(3).filter(p -> !p.isEmpty()).toList());
    if (!affiliation.isEmpty()) {
      author.setAffiliation(affiliation);
    }
    draft.authors.add(author.build());
  }

  private void version(JsonParser json) throws IOException, RecordException {
    Json.object(
        json,
        name -> {
          switch (name) {
            case "version" -> Json.text(json).ifPresent(versions::add);
            case "created" -> Json.text(json).ifPresent(created::add);
            default -> json.skipChildren();
          }
        });
  }

  PaperDraft draft() throws RecordException {
    if (draft.arxivId.isEmpty()) {
      throw new RecordException(Reading.Code.INVALID_ID, "the record has no id");
    }
    if (draft.authors.isEmpty()) {
      authors.ifPresent(line -> draft.authors.addAll(AuthorLine.split(line)));
    }
    if (!created.isEmpty()) {
      draft.published = Times.parseRfc1123(created.getFirst());
      draft.updated = Times.parseRfc1123(created.getLast());
    }
    if (!versions.isEmpty()) {
      draft.arxivVersion = number(versions.getLast());
    }
    return draft;
  }

  private static OptionalInt number(String version) {
    return version.matches("v[1-9]\\d{0,3}")
        ? OptionalInt.of(Integer.parseInt(version.substring(1)))
        : OptionalInt.empty();
  }
}
