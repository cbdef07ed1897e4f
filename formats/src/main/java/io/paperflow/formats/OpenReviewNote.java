package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.DeclaredLink;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a note of OpenReview that is a submission. */
final class OpenReviewNote {

  private static final Set<String> LINKS =
      Set.of(
          "code",
          "code_link",
          "code_url",
          "dataset_url",
          "github",
          "github_url",
          "project_page",
          "software",
          "website");
  private static final String WITHDRAWN = "withdrawn_submission";

  private final PaperDraft draft = new PaperDraft();
  private final Map<String, Instant> times = new HashMap<>();
  private Optional<String> id = Optional.empty();
  private Optional<String> replyTo = Optional.empty();

  static OpenReviewNote read(JsonParser json) throws IOException, RecordException {
    var note = new OpenReviewNote();
    Json.object(json, name -> note.field(name, json));
    return note;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "id" -> id = Json.text(json);
      case "replyto" -> replyTo = Json.text(json);
      case "cdate", "tcdate", "odate", "pdate", "mdate", "tmdate", "ddate" ->
          Json.millis(json).ifPresent(time -> times.put(name, time));
      case "license" -> draft.license = Json.text(json).flatMap(Licences::address);
      case "content" -> Json.object(json, field -> value(json, () -> content(field, json)));
      default -> json.skipChildren();
    }
  }

  /** Goes to the value: the field's own, in version 2 within {@code value}. */
  private static void value(JsonParser json, Json.Element reader)
      throws IOException, RecordException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      reader.read();
      return;
    }
    Json.object(
        json,
        name -> {
          if (name.equals("value")) {
            reader.read();
          } else {
            json.skipChildren();
          }
        });
  }

  private void content(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "title" -> draft.title = Json.text(json).orElse("");
      case "abstract" -> draft.abstractText = Json.text(json).orElse("");
      case "authors" -> Json.list(json, () -> author(json));
      case "keywords" -> draft.keywords.addAll(Json.texts(json));
      case "venue" -> draft.venue = Json.text(json);
      case "venueid" ->
          draft.withdrawn = Text.lower(Json.text(json).orElse("")).endsWith(WITHDRAWN);
      case "doi" -> draft.doi = Json.text(json).flatMap(Doi::normalise);
      case "arxiv", "arxiv_id" -> draft.arxivId = Json.text(json).flatMap(ArxivId::parse);
      // The page of a paper that was published elsewhere and imported.
      case "html" -> Json.text(json).ifPresent(page -> PaperAddress.identify(draft, page));
      default -> {
        if (LINKS.contains(name)) {
          Json.text(json).ifPresent(text -> link(name, text));
        } else {
          json.skipChildren();
        }
      }
    }
  }

  /** A name, or an object with one. */
  private void author(JsonParser json) throws IOException, RecordException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Json.object(
          json,
          name -> {
            if (name.equals("fullname")) {
              Json.text(json).ifPresent(this::author);
            } else {
              json.skipChildren();
            }
          });
    } else {
      Json.text(json).ifPresent(this::author);
    }
  }

  private void author(String name) {
    draft.authors.add(Author.newBuilder().setName(Text.oneLine(name)).build());
  }

  /** Attachments, which are paths of OpenReview itself, are no links. */
  private void link(String field, String value) {
    if (value.startsWith("http")) {
      draft.links.add(DeclaredLink.newBuilder().setField(field).setValue(value).build());
    }
  }

  PaperDraft draft() throws RecordException {
    Optional<String> own = id.flatMap(OpenReviewId::parse);
    if (own.isEmpty()) {
      throw new RecordException(
          Reading.Code.INVALID_ID, "the note's id is missing or none of OpenReview's");
    }
    if (replyTo.isPresent()) {
      throw new RecordException(
          Reading.Code.NOT_A_PAPER, "the note is a reply to " + replyTo.get() + ", no submission");
    }
    draft.openreviewId = draft.openreviewId.or(() -> own);
    draft.published = first("pdate", "odate", "cdate", "tcdate");
    draft.updated = first("mdate", "tmdate");
    draft.sourceTime = first("tmdate", "mdate", "tcdate", "cdate");
    draft.withdrawn |= times.containsKey("ddate");
    return draft;
  }

  private Optional<Instant> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(times.get(name)).stream())
        .findFirst();
  }
}
