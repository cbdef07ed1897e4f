package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import io.paperflow.schemas.DeclaredLink;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of an entry of Papers with Code's links. */
final class PwcLink {

  /** The address stands in the key of the message. */
  private static final int ADDRESS_LIMIT = 2_000;

  private static final Pattern DECORATION =
      Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?|(?:\\.git)?/*$");

  private final PaperDraft draft = new PaperDraft();
  private Optional<String> address = Optional.empty();
  private Optional<String> repository = Optional.empty();
  private Optional<Boolean> official = Optional.empty();

  static PwcLink read(JsonParser json) throws IOException, RecordException {
    var entry = new PwcLink();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "paper_title" -> draft.title = Json.text(json).orElse("");
      case "paper_arxiv_id" -> draft.arxivId = ArxivIdField.read(json);
      case "paper_url_abs" -> address = Json.text(json);
      case "repo_url" -> repository = Json.text(json);
      case "is_official" -> official = Json.flag(json);
      default -> json.skipChildren();
    }
  }

  PaperDraft draft() throws RecordException {
    if (repository.isEmpty()) {
      throw new RecordException(Reading.Code.NOT_A_PAPER, "the entry names no repository");
    }
    address.ifPresent(page -> PaperAddress.identify(draft, page));
    draft.part = part(repository.get());
    DeclaredLink.Builder link =
        DeclaredLink.newBuilder().setField("repo_url").setValue(repository.get());
    official.ifPresent(link::setOfficial);
    draft.links.add(link.build());
    return draft;
  }

  /** The repository's address without what is written in one way or another, the path as it is. */
  private static String part(String repository) throws RecordException {
    if (repository.length() > ADDRESS_LIMIT) {
      throw new RecordException(
          Reading.Code.TOO_LARGE,
          "the repository's address has more than " + ADDRESS_LIMIT + " characters");
    }
    String plain = DECORATION.matcher(repository).replaceAll("");
    int path = plain.indexOf('/');
    return path < 0
        ? Text.lower(plain)
        : Text.lower(plain.substring(0, path)) + plain.substring(path);
  }
}
