package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents by id, also those written a moment ago (get is real-time), so many at once that
 * an answer stays far below the HTTP client's limit of 100 MB. Thread-safe.
 */
final class MultiGet {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;
  private final String alias;
  private final int mostIds;

  MultiGet(ElasticsearchHttp http, String alias, int mostIds) {
    this.http = http;
    this.alias = alias;
    this.mostIds = mostIds;
  }

  /** What is known of an id. */
  sealed interface Doc {

    String id();

    /** A document, and the guard that it is still this one. */
    record Found(String id, JsonNode source, Guard.Unchanged guard) implements Doc {}

    /** Nothing. */
    record Missing(String id) implements Doc {}

    /** It could not be read. */
    record Unknown(String id, Failure failure) implements Doc {}
  }

  /** What is stored under each id, in the ids' order. */
  List<Doc> get(List<String> ids) throws InterruptedException {
    List<Doc> docs = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += mostIds) {
      docs.addAll(part(ids.subList(from, Math.min(from + mostIds, ids.size()))));
    }
    return docs;
  }

  private List<Doc> part(List<String> ids) throws InterruptedException {
    try {
      Answer answer = http.send(request(ids));
      if (answer.status() != 200) {
        return unknown(
            ids, BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
      }
      JsonNode docs = JSON.readTree(answer.body()).path("docs");
      return docs.size() == ids.size()
          ? docs.valueStream().map(MultiGet::doc).toList()
          : unknown(
              ids,
              BulkVerdicts.malformed("%d documents for %d ids".formatted(docs.size(), ids.size())));
    } catch (IOException e) {
      return unknown(ids, BulkVerdicts.of(e));
    }
  }

  private static Doc doc(JsonNode doc) {
    String id = doc.path("_id").asText();
    if (doc.has("error")) {
      return new Doc.Unknown(
          id, BulkVerdicts.whileReading(ElasticsearchError.of(0, doc.path("error"))));
    }
    return doc.path("found").asBoolean()
        ? new Doc.Found(
            id,
            doc.path("_source"),
            new Guard.Unchanged(doc.path("_seq_no").asLong(), doc.path("_primary_term").asLong()))
        : new Doc.Missing(id);
  }

  private static List<Doc> unknown(List<String> ids, Failure failure) {
    return ids.stream().<Doc>map(id -> new Doc.Unknown(id, failure)).toList();
  }

  private Request request(List<String> ids) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode array = body.putArray("ids");
    ids.forEach(array::add);
    Request request = new Request("POST", "/" + alias + "/_mget");
    request.addParameter(
        "filter_path",
        "docs._id,docs.found,docs._seq_no,docs._primary_term,docs._source,docs.error");
    request.setJsonEntity(body.toString());
    return request;
  }
}
