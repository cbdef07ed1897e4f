package io.paperflow.bench.load;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The documents of an index, read back to be loaded again. */
public final class Documents {

  private static final int PAGE = 1_000;
  private static final String KEEP_ALIVE = "2m";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Indices indices;

  /** Reads from the given indices. */
  public Documents(Indices indices) {
    this.indices = indices;
  }

  /** Writes all searchable documents of an index to a file for {@link DirectLoad}. */
  public long save(String index, Path file) throws IOException, InterruptedException {
    Request open = new Request("POST", "/" + index + "/_pit");
    open.addParameter("keep_alive", KEEP_ALIVE);
    String pit = indices.ask(open).path("id").asText();
    long saved = 0;
    try (BulkFile.Writer writer = new BulkFile.Writer(file)) {
      Optional<JsonNode> after = Optional.empty();
      do {
        JsonNode hits = page(pit, after).path("hits").path("hits");
        for (JsonNode hit : hits) {
          writer.add(hit.path("_id").asText(), hit.path("_source").toString());
        }
        saved += hits.size();
        after = hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(hits.size() - 1));
      } while (after.isPresent());
    }
    Request close = new Request("DELETE", "/_pit");
    close.setJsonEntity(JSON.createObjectNode().put("id", pit).toString());
    var _ = indices.ask(close);
    return saved;
  }

  private JsonNode page(String pit, Optional<JsonNode> after)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("size", PAGE).put("track_total_hits", false);
    body.putObject("pit").put("id", pit).put("keep_alive", KEEP_ALIVE);
    ArrayNode order = body.putArray("sort");
    order.add("_shard_doc");
    after.ifPresent(hit -> body.set("search_after", hit.path("sort")));
    Request search = new Request("POST", "/_search");
    search.setJsonEntity(body.toString());
    return indices.ask(search);
  }
}
