package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import io.paperflow.schemas.Author;
import java.io.IOException;
import java.util.Optional;

/** The fields of an entry of Papers with Code's papers. */
final class PwcPaper {

  private final PaperDraft draft = new PaperDraft();
  private Optional<String> address = Optional.empty();
  private Optional<String> conference = Optional.empty();

  static PwcPaper read(JsonParser json) throws IOException, RecordException {
    var entry = new PwcPaper();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "title" -> draft.title = Json.text(json).orElse("");
      case "abstract" -> draft.abstractText = Json.text(json).orElse("");
      case "arxiv_id" -> draft.arxivId = ArxivIdField.read(json);
      case "openreview_id" -> draft.openreviewId = Json.text(json).flatMap(OpenReviewId::parse);
      case "url_abs" -> address = Json.text(json);
      case "authors" ->
          Json.texts(json).forEach(n -> draft.authors.add(Author.newBuilder().setName(n).build()));
      case "tasks" -> draft.keywords.addAll(Json.texts(json));
      case "date" -> draft.published = Json.time(json);
      case "proceeding" -> draft.venue = Json.text(json);
      case "conference" -> conference = Json.text(json);
      default -> json.skipChildren();
    }
  }

  PaperDraft draft() {
    address.ifPresent(page -> PaperAddress.identify(draft, page));
    draft.venue = draft.venue.or(() -> conference);
    return draft;
  }
}
