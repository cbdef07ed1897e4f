package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.DocumentReader;
import io.paperflow.indexer.document.UnreadableDocumentException;
import io.paperflow.indexer.index.Stored.Found;
import io.paperflow.indexer.index.Stored.Missing;
import io.paperflow.indexer.index.Stored.Unknown;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads documents by id, also those written a moment ago (get is real-time). Thread-safe. */
final class StoredDocuments {

  /** Keeps an answer far below the HTTP client's limit of 100 MB. */
  private static final int MOST_IDS = 250;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;

  StoredDocuments(ElasticsearchHttp http) {
    this.http = http;
  }

  /** What is stored under each id, in the ids' order. */
  List<Stored> get(List<String> ids) throws InterruptedException {
    List<Stored> stored = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      stored.addAll(part(ids.subList(from, Math.min(from + MOST_IDS, ids.size()))));
    }
    return stored;
  }

  private List<Stored> part(List<String> ids) throws InterruptedException {
    try {
      Answer answer = http.send(request(ids));
      if (answer.status() != 200) {
        return all(
            ids, BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
      }
      JsonNode docs = JSON.readTree(answer.body()).path("docs");
      return docs.size() == ids.size()
          ? docs.valueStream().map(StoredDocuments::stored).toList()
          : all(
              ids,
              BulkVerdicts.malformed("%d documents for %d ids".formatted(docs.size(), ids.size())));
    } catch (IOException e) {
      return all(ids, BulkVerdicts.of(e));
    }
  }

  private static Stored stored(JsonNode doc) {
    if (doc.has("error")) {
      return new Unknown(BulkVerdicts.whileReading(ElasticsearchError.of(0, doc.path("error"))));
    }
    if (!doc.path("found").asBoolean()) {
      return new Missing();
    }
    try {
      return new Found(
          DocumentReader.read(doc.path("_id").asText(), doc.path("_source")),
          new Guard.Unchanged(doc.path("_seq_no").asLong(), doc.path("_primary_term").asLong()));
    } catch (UnreadableDocumentException e) {
      return new Unknown(
          Failure.permanent(
              "stored-document-unreadable",
              "Document %s of %s was not written by paperflow (%s): delete it and replay"
                  .formatted(doc.path("_id").asText(), IndexNames.PAPERS, e.getMessage())));
    }
  }

  private static List<Stored> all(List<String> ids, Failure failure) {
    return Collections.nCopies(ids.size(), new Unknown(failure));
  }

  private static Request request(List<String> ids) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode array = body.putArray("ids");
    ids.forEach(array::add);
    Request request = new Request("POST", "/" + IndexNames.PAPERS + "/_mget");
    request.addParameter(
        "filter_path",
        "docs._id,docs.found,docs._seq_no,docs._primary_term,docs._source,docs.error");
    request.setJsonEntity(body.toString());
    return request;
  }
}
