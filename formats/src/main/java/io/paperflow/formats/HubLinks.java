package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import io.paperflow.schemas.DeclaredLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links that Hugging Face states of a paper: its repository with who added it, its project
 * page, and the models, datasets and spaces that name it.
 */
final class HubLinks {

  private Optional<String> githubRepo = Optional.empty();
  private Optional<String> githubRepoAddedBy = Optional.empty();
  private Optional<String> projectPage = Optional.empty();
  private final List<DeclaredLink> naming = new ArrayList<>();

  /** Reads the value of a field, if it is one of links; else skips it. */
  void read(String field, JsonParser json) throws IOException, RecordException {
    switch (field) {
      case "githubRepo" -> githubRepo = Json.text(json);
      case "githubRepoAddedBy" -> githubRepoAddedBy = Json.text(json);
      case "projectPage" -> projectPage = Json.text(json);
      case "linkedModels" -> Json.list(json, () -> repository("models", json));
      case "linkedDatasets" -> Json.list(json, () -> repository("datasets", json));
      case "linkedSpaces" -> Json.list(json, () -> repository("spaces", json));
      default -> json.skipChildren();
    }
  }

  private void repository(String kind, JsonParser json) throws IOException, RecordException {
    Json.object(
        json,
        name -> {
          if (name.equals("id")) {
            Json.text(json).ifPresent(id -> naming.add(link(kind, id).build()));
          } else {
            json.skipChildren();
          }
        });
  }

  /** What the paper's own page says first. */
  List<DeclaredLink> declared() {
    var links = new ArrayList<DeclaredLink>();
    githubRepo.ifPresent(
        value -> {
          DeclaredLink.Builder link = link("githubRepo", value);
          githubRepoAddedBy.ifPresent(link::setAddedBy);
          links.add(link.build());
        });
    projectPage.ifPresent(value -> links.add(link("projectPage", value).build()));
    links.addAll(naming);
    return links;
  }

  private static DeclaredLink.Builder link(String field, String value) {
    return DeclaredLink.newBuilder().setField(field).setValue(value);
  }
}
