package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.ArxivPaper;
import io.paperflow.testkit.world.DailyEntry;
import java.util.Optional;

/** What of the Hugging Face Hub belongs to a paper, as JSON. */
final class HubRepositories {

  private HubRepositories() {}

  /** The repositories that cite a paper; none for one that is not known. */
  static ObjectNode of(Optional<DailyEntry> entry) {
    ObjectNode node = Json.object();
    ArrayNode models = node.putArray("models");
    entry.ifPresent(e -> e.organization().ifPresent(name -> models.add(model(name, e.paper()))));
    node.putArray("datasets");
    node.putArray("spaces");
    return node;
  }

  static ObjectNode model(String organization, ArxivPaper paper) {
    ObjectNode model = Json.object();
    model.put("id", organization + "/model-" + paper.id().replace('/', '-'));
    model.put("author", organization).put("likes", 3).put("downloads", 146);
    model.put("repoType", "model").put("private", false);
    model.putArray("tags").add("arxiv:" + paper.id());
    return model;
  }
}
