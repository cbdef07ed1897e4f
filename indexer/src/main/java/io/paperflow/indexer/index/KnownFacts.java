package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.FactJson;
import io.paperflow.indexer.fusion.RepositoryFact;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads facts by address, also those written a moment ago (get is real-time). Thread-safe. */
final class KnownFacts {

  private static final int MOST_IDS = 500;

  private final ElasticsearchHttp http;
  private final MultiGet facts;

  KnownFacts(ElasticsearchHttp http) {
    this.http = http;
    this.facts = new MultiGet(http, IndexNames.REPOSITORIES, MOST_IDS);
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
    } catch (IOException e) {
      return new Read.Unknown(BulkVerdicts.of(e));
    }
    for (MultiGet.Doc doc : facts.get(List.copyOf(addresses))) {
      switch (doc) {
        case MultiGet.Doc.Found(String id, JsonNode source, _) ->
            entry(source).ifPresent(entry -> known.put(id, entry));
        case MultiGet.Doc.Missing _ -> {}
        case MultiGet.Doc.Unknown(_, Failure failure) -> {
          return new Read.Unknown(failure);
        }
      }
    }
    return new Read.Known(known);
  }

  /** Asked each time: whoever writes the first fact reads its papers afterwards. */
  private boolean hasIndex() throws IOException, InterruptedException {
    return http.send(new Request("HEAD", "/" + IndexNames.REPOSITORIES)).status() == 200;
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
}
