package io.paperflow.notifier.paper;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
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
      List<String> part = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
      byId(part, found);
      List<String> others = part.stream().filter(key -> !found.containsKey(key)).toList();
      if (!others.isEmpty()) {
        byAlias(others, found);
      }
    }
    return found;
  }

  /** As they are at this moment, searchable or not. */
  private void byId(List<String> ids, Map<String, Paper> found) {
    ask(
            () ->
                client.mget(
                    r -> r.index(IndexNames.PAPERS).ids(ids).sourceExcludes(UNREAD),
                    ObjectNode.class))
        .docs()
        .stream()
        .filter(MultiGetResponseItem::isResult)
        .map(item -> Optional.ofNullable(item.result().source()))
        .flatMap(Optional::stream)
        .map(this::paper)
        .forEach(paper -> found.put(paper.id(), paper));
  }

  private void byAlias(List<String> keys, Map<String, Paper> found) {
    Set<String> wanted = Set.copyOf(keys);
    List<FieldValue> values = keys.stream().map(FieldValue::of).toList();
    Query former = Query.of(q -> q.terms(t -> t.field("aliases").terms(v -> v.value(values))));
    for (Hit<ObjectNode> hit :
        ask(() ->
                client.search(
                    r ->
                        r.index(IndexNames.PAPERS)
                            .size(keys.size())
                            .query(q -> q.constantScore(c -> c.filter(former)))
                            .source(s -> s.filter(f -> f.excludes(UNREAD))),
                    ObjectNode.class))
            .hits()
            .hits()) {
      Optional<ObjectNode> source = Optional.ofNullable(hit.source());
      source.ifPresent(
          document -> {
            Paper paper = paper(document);
            aliases(document).stream()
                .filter(wanted::contains)
                .forEach(alias -> found.putIfAbsent(alias, paper));
          });
    }
  }

  private interface Call<T> {
    T answer() throws IOException;
  }

  private static <T> T ask(Call<T> call) {
    try {
      return call.answer();
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

  private static List<String> aliases(ObjectNode document) {
    JsonNode aliases = document.path("aliases");
    return aliases.isArray()
        ? aliases.valueStream().map(JsonNode::asText).toList()
        : List.of(aliases.asText());
  }
}
