package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.FactJson;
import io.paperflow.indexer.fusion.RepositoryFact;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads facts by address, also those written a moment ago (get is real-time). Thread-safe. */
final class KnownFacts {

  /** Keeps an answer far below the HTTP client's limit of 100 MB. */
  private static final int MOST_IDS = 500;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;

  KnownFacts(ElasticsearchHttp http) {
    this.http = http;
  }

  /** What came of reading. */
  sealed interface Read {

    /** What is known, by address; of each a fact for papers that it does not name. */
    record Known(Map<String, Entry> byAddress) implements Read {}

    /** It cannot be read now. */
    record Unknown(Failure failure) implements Read {}
  }

  /**
   * What is known of a repository.
   *
   * @param named the facts for those papers that it names, by paper key
   */
  record Entry(RepositoryFact fact, Map<String, RepositoryFact> named) {

    /** What it says of a paper that is known by these keys. */
    Stream<RepositoryFact> of(Stream<String> paperKeys) {
      return paperKeys.map(key -> named.getOrDefault(key, fact)).distinct();
    }
  }

  /** Reads what is known of these addresses; nothing where no fact was ever written. */
  Read of(Set<String> addresses) throws InterruptedException {
    Map<String, Entry> known = new HashMap<>();
    try {
      if (addresses.isEmpty() || !hasIndex()) {
        return new Read.Known(known);
      }
      List<String> ids = List.copyOf(new LinkedHashSet<>(addresses));
      for (int from = 0; from < ids.size(); from += MOST_IDS) {
        Optional<Failure> failure =
            read(ids.subList(from, Math.min(from + MOST_IDS, ids.size())), known);
        if (failure.isPresent()) {
          return new Read.Unknown(failure.get());
        }
      }
      return new Read.Known(known);
    } catch (IOException e) {
      return new Read.Unknown(BulkVerdicts.of(e));
    }
  }

  /** Asked each time: whoever writes the first fact reads its papers afterwards. */
  private boolean hasIndex() throws IOException, InterruptedException {
    return http.send(new Request("HEAD", "/" + IndexNames.REPOSITORIES)).status() == 200;
  }

  private Optional<Failure> read(List<String> ids, Map<String, Entry> known)
      throws IOException, InterruptedException {
    Answer answer = http.send(request(ids));
    if (answer.status() != 200) {
      return Optional.of(
          BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
    }
    for (JsonNode doc : JSON.readTree(answer.body()).path("docs")) {
      if (doc.has("error")) {
        return Optional.of(BulkVerdicts.whileReading(ElasticsearchError.of(0, doc.path("error"))));
      }
      if (doc.path("found").asBoolean()) {
        entry(doc.path("_source")).ifPresent(e -> known.put(doc.path("_id").asText(), e));
      }
    }
    return Optional.empty();
  }

  /** Something else than paperflow wrote is no fact. */
  private static Optional<Entry> entry(JsonNode source) {
    try {
      RepositoryFact fact = FactJson.read(source);
      Map<String, RepositoryFact> named = new HashMap<>();
      for (JsonNode paper : source.path(FactsItem.NAMED)) {
        ObjectNode own = ((ObjectNode) source).deepCopy();
        own.set("verifiedBy", paper.path("verifiedBy"));
        own.set("proof", paper.path("proof"));
        named.put(paper.path("paperKey").asText(), FactJson.read(own));
      }
      return Optional.of(new Entry(fact, named));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Request request(List<String> ids) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode array = body.putArray("ids");
    new ArrayList<>(ids).forEach(array::add);
    Request request = new Request("POST", "/" + IndexNames.REPOSITORIES + "/_mget");
    request.addParameter("filter_path", "docs._id,docs.found,docs._source,docs.error");
    request.setJsonEntity(body.toString());
    return request;
  }
}
