package io.paperflow.notifier.paper;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Papers in the index of Elasticsearch. Thread-safe. */
public final class IndexedPapers implements Papers {

  /** Keys in a request. */
  private static final int AT_ONCE = 500;

  private static final List<String> UNREAD = List.of("statements", "facts", "versions");

  private final ElasticsearchClient client;
  private final ObjectReader papers;

  /** Papers read with a client. */
  public IndexedPapers(ElasticsearchClient client, ObjectMapper mapper) {
    this.client = client;
    this.papers =
        mapper.readerFor(Paper.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public Map<String, Paper> find(Collection<String> keys) {
    Map<String, Paper> found = new HashMap<>();
    List<String> wanted = List.copyOf(new HashSet<>(keys));
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      read(wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())), found);
    }
    return found;
  }

  private void read(List<String> keys, Map<String, Paper> found) {
    Set<String> wanted = Set.copyOf(keys);
    for (Hit<ObjectNode> hit : search(keys)) {
      Optional<ObjectNode> source = Optional.ofNullable(hit.source());
      source.ifPresent(
          document -> {
            Paper paper = paper(document);
            names(document).stream()
                .filter(wanted::contains)
                // The paper with this very id comes before one which once had it.
                .forEach(
                    name -> {
                      if (name.equals(paper.id())) {
                        found.put(name, paper);
                      } else {
                        found.putIfAbsent(name, paper);
                      }
                    });
          });
    }
  }

  private List<Hit<ObjectNode>> search(List<String> keys) {
    List<FieldValue> values = keys.stream().map(FieldValue::of).toList();
    Query named =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.should(s -> s.terms(t -> t.field("id").terms(v -> v.value(values))))
                            .should(
                                s ->
                                    s.terms(t -> t.field("aliases").terms(v -> v.value(values))))));
    try {
      return client
          .search(
              r ->
                  r.index(IndexNames.PAPERS)
                      .size(2 * keys.size())
                      .query(q -> q.constantScore(c -> c.filter(named)))
                      .source(s -> s.filter(f -> f.excludes(UNREAD))),
              ObjectNode.class)
          .hits()
          .hits();
    } catch (IOException e) {
      throw new IndexUnavailableException("The search index does not answer right now.", e);
    } catch (ElasticsearchException e) {
      throw new IndexUnavailableException("The search index cannot answer right now.", e);
    }
  }

  private Paper paper(ObjectNode document) {
    try {
      return papers.readValue(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(ObjectNode document) {
    List<String> names = new ArrayList<>();
    names.add(document.path("id").asText());
    JsonNode aliases = document.path("aliases");
    if (aliases.isArray()) {
      aliases.forEach(alias -> names.add(alias.asText()));
    } else if (aliases.isTextual()) {
      names.add(aliases.asText());
    }
    return names;
  }
}
