package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The fields of a line of the arXiv metadata snapshot. */
final class SnapshotEntry {

  private final PaperDraft draft = new PaperDraft();
  private Optional<String> authors = Optional.empty();
  private final ArxivVersions versions = new ArxivVersions();

  static SnapshotEntry read(JsonParser json) throws IOException, RecordException {
    var entry = new SnapshotEntry();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "id" -> draft.arxivId = ArxivIdField.read(json);
      case "title" -> draft.title = ArxivText.title(Json.plain(json));
      case "abstract" -> draft.abstractText = Json.plain(json);
      case "authors" -> authors = Json.text(json);
      case "authors_parsed" -> Json.list(json, () -> author(json));
      case "comments" -> draft.comments = Json.text(json);
      case "journal-ref" -> draft.journalRef = Json.text(json);
      case "license" -> draft.license = Json.text(json);
      case "doi" -> draft.doi = Json.text(json).flatMap(Doi::normalise);
      case "categories" ->
          draft.categories = Json.text(json).map(ArxivFields::categories).orElse(List.of());
      case "versions" -> Json.list(json, () -> version(json));
      case "update_date" -> draft.sourceTime = Json.time(json);
      default -> json.skipChildren();
    }
  }

  /** Family name, given names, suffix such as Jr, affiliations. */
  private void author(JsonParser json) throws IOException, RecordException {
    var author = new AuthorDraft();
    var place = new AtomicInteger();
    Json.list(
        json,
        () -> {
          String part = Json.text(json).orElse("");
          switch (place.getAndIncrement()) {
            case 0 -> author.family = part;
            case 1 -> author.given = part;
            case 2 -> author.suffix = part;
            default -> author.affiliations.add(part);
          }
        });
    author.finish(ArxivText::name).ifPresent(draft.authors::add);
  }

  private void version(JsonParser json) throws IOException, RecordException {
    var version = new VersionDraft();
    Json.object(
        json,
        name -> {
          switch (name) {
            case "version" -> version.number = Json.text(json);
            case "created" -> version.created = Json.text(json);
            default -> json.skipChildren();
          }
        });
    versions.add(version);
  }

  PaperDraft draft() throws RecordException {
    if (draft.arxivId.isEmpty()) {
      throw new RecordException(Reading.Code.INVALID_ID, "the record has no id");
    }
    if (draft.authors.isEmpty()) {
      authors.ifPresent(line -> draft.authors.addAll(AuthorLine.split(line)));
    }
    versions.describe(draft);
    Withdrawal.notice(draft);
    return draft;
  }
}
