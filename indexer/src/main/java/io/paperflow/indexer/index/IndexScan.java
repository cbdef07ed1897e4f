package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.indexer.document.DocumentReader;
import io.paperflow.indexer.document.UnreadableDocumentException;
import io.paperflow.indexer.fusion.PaperDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads all papers of an index as they were at one moment, in the order of their ids. Holds one
 * page in memory. Not thread-safe.
 */
final class IndexScan {

  /** The order of ids in an index: by code points, unlike that of Java's strings. */
  static final Comparator<String> ORDER =
      (a, b) -> {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
          i++;
        }
        return i == a.length() || i == b.length()
            ? Integer.compare(a.length(), b.length())
            : Integer.compare(a.codePointAt(i), b.codePointAt(i));
      };

  private static final int PAGE = 500;
  private static final String KEEP_ALIVE = "5m";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;
  private final String index;
  private final Deque<Entry> page = new ArrayDeque<>();
  private String moment;
  private Optional<String> last = Optional.empty();
  private boolean ended;

  private IndexScan(ElasticsearchHttp http, String index, String moment) {
    this.http = http;
    this.index = index;
    this.moment = moment;
  }

  /**
   * A paper.
   *
   * @param indexedAt when it was written to the index
   */
  record Entry(PaperDocument document, Instant indexedAt) {}

  /** All that was written to an index before. */
  static IndexScan of(ElasticsearchHttp http, String index)
      throws IOException, InterruptedException {
    answer(http, new Request("POST", "/" + index + "/_refresh"), index);
    Request open = new Request("POST", "/" + index + "/_pit");
    open.addParameter("keep_alive", KEEP_ALIVE);
    return new IndexScan(http, index, answer(http, open, index).path("id").asText());
  }

  /** The next paper; empty after the last. */
  Optional<Entry> next() throws IOException, InterruptedException {
    if (page.isEmpty() && !ended) {
      read();
    }
    return Optional.ofNullable(page.poll());
  }

  private void read() throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("size", PAGE).put("track_total_hits", false);
    body.putObject("pit").put("id", moment).put("keep_alive", KEEP_ALIVE);
    body.putArray("sort").addObject().put("id", "asc");
    last.ifPresent(id -> body.putArray("search_after").add(id));
    Request request = new Request("POST", "/_search");
    request.addParameter("filter_path", "pit_id,hits.hits._id,hits.hits._source");
    request.setJsonEntity(body.toString());
    JsonNode answer = answer(http, request, index);
    moment = answer.path("pit_id").asText(moment);
    for (JsonNode hit : answer.path("hits").path("hits")) {
      String id = hit.path("_id").asText();
      try {
        page.add(
            new Entry(
                DocumentReader.read(id, hit.path("_source")),
                Instant.parse(hit.path("_source").path("indexedAt").asText())));
      } catch (UnreadableDocumentException e) {
        throw new IOException(
            "document %s of %s was not written by paperflow (%s): delete it"
                .formatted(id, index, e.getMessage()),
            e);
      }
      last = Optional.of(id);
    }
    if (page.isEmpty()) {
      ended = true;
      Request close = new Request("DELETE", "/_pit");
      close.setJsonEntity(JSON.createObjectNode().put("id", moment).toString());
      answer(http, close, index);
    }
  }

  /** The answer of status 200. */
  static JsonNode answer(ElasticsearchHttp http, Request request, String what)
      throws IOException, InterruptedException {
    Answer answer = http.send(request);
    if (answer.status() != 200) {
      throw new IOException(
          "%s: %s".formatted(what, BulkAnswer.error(answer.status(), answer.body())));
    }
    return JSON.readTree(answer.body());
  }
}
