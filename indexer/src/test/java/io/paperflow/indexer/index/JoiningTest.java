package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.TitleKey;
import io.paperflow.testkit.Reaction;
import io.paperflow.testkit.RealElasticsearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records of one paper under several keys become one document, in whichever order they come. */
@ExtendWith(RealElasticsearch.class)
class JoiningTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ADA = "Ada Example";
  private static final String BO = "Bo Sample";
  private static final String TEA = "We brew tea and measure how long it stays warm.";
  private static final String ICE = "We freeze water and measure how long it stays cold.";

  private final EmbeddedElasticsearch elasticsearch;
  private final SinkFixture fixture;

  JoiningTest(EmbeddedElasticsearch elasticsearch) throws Exception {
    this.elasticsearch = elasticsearch;
    fixture = SinkFixture.open(elasticsearch);
    clear();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aRecordWithATitleAndAnAbstractJoinsThePaperThatHasThem() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv", "list")),
        List.of(paper("arxiv", "arxiv:1", "Tea", ADA, TEA), titled("list", "TEA!", "", TEA)));
  }

  @Test
  void aRecordWithATitleAloneJoinsTheOnlyPaperOfThatTitle() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv", "list")),
        List.of(paper("arxiv", "arxiv:1", "Tea", ADA, TEA), titled("list", "Tea", "", "")));
  }

  @Test
  void twoPapersOfOneTitleStayTwoAndWhatHasTheTitleAloneJoinsNeither() throws Exception {
    Delivery<EnrichedPaper> bare = titled("list", "Tea", "", "");
    joins(
        Map.of("arxiv:1", Set.of("arxiv"), "arxiv:2", Set.of("arxiv"), key(bare), Set.of("list")),
        List.of(
            paper("arxiv", "arxiv:1", "Tea", ADA, TEA),
            paper("arxiv", "arxiv:2", "Tea", BO, ICE),
            bare));
  }

  @Test
  void ofPapersOfOneTitleTheAuthorDecides() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv"), "arxiv:2", Set.of("arxiv", "list")),
        List.of(
            paper("arxiv", "arxiv:1", "Tea", ADA, TEA),
            paper("arxiv", "arxiv:2", "Tea", BO, ICE),
            titled("list", "Tea", BO, "")));
  }

  @Test
  void anotherAuthorIsAnotherPaper() throws Exception {
    Delivery<EnrichedPaper> other = titled("list", "Tea", BO, "");
    joins(
        Map.of("arxiv:1", Set.of("arxiv"), key(other), Set.of("list")),
        List.of(paper("arxiv", "arxiv:1", "Tea", ADA, TEA), other));
  }

  @Test
  void aPaperKnownByItsDoiIsTheOneThatNamesTheDoi() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv", "crossref")),
        List.of(
            withDoi("10.1/tea", paper("arxiv", "arxiv:1", "Tea", ADA, TEA)),
            withDoi("10.1/tea", paper("crossref", "doi:10.1/tea", "Of Tea", ADA, TEA))));
  }

  @Test
  void whatJoinedAPaperFollowsItToTheOneItTurnsOutToBe() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv", "crossref", "list")),
        List.of(
            titled("list", "Of Tea", ADA, ""),
            withDoi("10.1/tea", paper("crossref", "doi:10.1/tea", "Of Tea", ADA, TEA)),
            withDoi("10.1/tea", paper("arxiv", "arxiv:1", "Tea", ADA, TEA))));
  }

  @Test
  void aPaperThatGotANewTitleIsStillTheOneOfItsOldTitle() throws Exception {
    joins(
        Map.of("arxiv:1", Set.of("arxiv", "api", "list")),
        List.of(
            paper("api", "arxiv:1", "Tea", ADA, TEA),
            paper("arxiv", "arxiv:1", "Warm Tea", ADA, TEA),
            titled("list", "Tea", ADA, "")));
  }

  @Test
  void aTitleOfTooManyPapersLeadsNowhere() throws Exception {
    List<Delivery<EnrichedPaper>> editorials = new ArrayList<>();
    Map<String, Set<String>> expected = new TreeMap<>();
    Delivery<EnrichedPaper> listed = titled("list", "Editorial", "Author 3", "");
    expected.put(key(listed), Set.of("list"));
    editorials.add(listed);
    for (int i = 0; i < 40; i++) {
      editorials.add(paper("arxiv", "arxiv:" + i, "Editorial", "Author " + i, ""));
      expected.put("arxiv:" + i, Set.of("arxiv"));
    }
    write(editorials, 7);
    assertEquals(expected, sources());
  }

  @Test
  void whatIsClaimedWhileItIsWrittenIsMovedByItsWriter() throws Exception {
    clear();
    AtomicBoolean first = new AtomicBoolean(true);
    try (SinkFixture other = SinkFixture.open(elasticsearch)) {
      fixture
          .scripted()
          .script(
              call -> {
                if (call.path().equals("/papers/_bulk") && first.getAndSet(false)) {
                  writeDone(other, withDoi("10.1/tea", paper("arxiv", "arxiv:1", "Tea", ADA, TEA)));
                }
                return new Reaction.Forward();
              });
      write(List.of(withDoi("10.1/tea", paper("crossref", "doi:10.1/tea", "Tea", ADA, TEA))), 1);
      assertEquals(Map.of("arxiv:1", Set.of("arxiv", "crossref")), sources());
    }
  }

  @Test
  void manyWritersInAnyOrderEndInTheSameDocuments() throws Exception {
    List<Delivery<EnrichedPaper>> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String title = "Paper " + i / 2;
      String author = i % 4 == 0 ? ADA : BO;
      String doi = "10.1/" + i;
      all.add(withDoi(doi, paper("arxiv", "arxiv:" + i, title, author, TEA + i)));
      all.add(withDoi(doi, paper("crossref", "doi:" + doi, "Print of " + title, author, "")));
      all.add(titled("list", "Print of " + title, author, ""));
      all.add(titled("dump", title, "", TEA + i));
      all.add(titled("bare", title, "", ""));
    }
    write(all, 5);
    Map<String, JsonNode> expected = documents();
    assertTrue(expected.size() < all.size() / 2, expected.keySet().toString());
    Random random = new Random(42);
    for (int round = 0; round < 3; round++) {
      clear();
      List<Callable<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        List<Delivery<EnrichedPaper>> own = new ArrayList<>(all);
        Collections.shuffle(own, random);
        writers.add(
            () -> {
              write(own, 4);
              return null;
            });
      }
      try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
        for (Future<Void> writer : executor.invokeAll(writers)) {
          writer.get();
        }
      }
      assertEquals(expected, documents());
    }
  }

  private void joins(Map<String, Set<String>> expected, List<Delivery<EnrichedPaper>> records)
      throws Exception {
    for (List<Delivery<EnrichedPaper>> order : orders(records)) {
      clear();
      write(order, 1);
      assertEquals(expected, sources(), () -> "in the order " + order);
      write(order, order.size());
      assertEquals(expected, sources(), () -> "again, in the order " + order);
      clear();
      write(order, order.size());
      assertEquals(expected, sources(), () -> "at once, in the order " + order);
    }
  }

  private static <T> List<List<T>> orders(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int first = 0; first < items.size(); first++) {
      List<T> rest = new ArrayList<>(items);
      T item = rest.remove(first);
      for (List<T> order : orders(rest)) {
        List<T> whole = new ArrayList<>(List.of(item));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  private static void writeDone(SinkFixture fixture, Delivery<EnrichedPaper> record) {
    try {
      assertEquals(List.of(Optional.empty()), fixture.write(List.of(record)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As the loop does: what is contended comes again. */
  private void write(List<Delivery<EnrichedPaper>> records, int batch) throws Exception {
    for (int from = 0; from < records.size(); from += batch) {
      List<Delivery<EnrichedPaper>> left =
          records.subList(from, Math.min(from + batch, records.size()));
      while (!left.isEmpty()) {
        List<Optional<Failure>> failures = fixture.write(left);
        List<Delivery<EnrichedPaper>> again = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
          if (failures.get(i).isPresent()) {
            assertTrue(failures.get(i).get().code().endsWith("-contended"), failures::toString);
            again.add(left.get(i));
          }
        }
        left = again;
      }
    }
  }

  /** The sources of each paper that is there, by its id. */
  private Map<String, Set<String>> sources() throws Exception {
    Map<String, Set<String>> sources = new TreeMap<>();
    documents()
        .forEach(
            (id, document) ->
                sources.put(
                    id,
                    new TreeSet<>(
                        document.path("sources").valueStream().map(JsonNode::asText).toList())));
    return sources;
  }

  private Map<String, JsonNode> documents() throws Exception {
    send("POST", "/papers/_refresh", "");
    Map<String, JsonNode> documents = new TreeMap<>();
    for (JsonNode hit :
        send("GET", "/papers/_search", "{\"size\":1000}").path("hits").path("hits")) {
      documents.put(hit.path("_id").asText(), hit.path("_source"));
    }
    return documents;
  }

  private void clear() throws Exception {
    for (String index : List.of("papers", "identities")) {
      send("POST", "/" + index + "/_refresh", "");
      StringBuilder deletions = new StringBuilder();
      for (JsonNode hit :
          send("GET", "/" + index + "/_search", "{\"size\":1000}").path("hits").path("hits")) {
        deletions.append("{\"delete\":{\"_id\":\"%s\"}}\n".formatted(hit.path("_id").asText()));
      }
      if (!deletions.isEmpty()) {
        send("POST", "/" + index + "/_bulk", deletions.toString());
      }
    }
  }

  private JsonNode send(String method, String path, String body) throws Exception {
    Request request = new Request(method, path);
    if (!body.isEmpty()) {
      request.setJsonEntity(body);
    }
    return JSON.readTree(fixture.connection().http().send(request).body());
  }

  private static String key(Delivery<EnrichedPaper> record) {
    return record.value().getPaper().getPaperKey();
  }

  private static Delivery<EnrichedPaper> titled(
      String source, String title, String author, String text) {
    return paper(
        source, TitleKey.of(title, some(author), some(text)).paperKey(), title, author, text);
  }

  private static Delivery<EnrichedPaper> paper(
      String source, String key, String title, String author, String text) {
    PaperRecord.Builder record =
        PaperRecord.newBuilder()
            .setPaperKey(key)
            .setSource(source)
            .setTitle(title)
            .setAuthors(
                some(author).stream()
                    .map(name -> Author.newBuilder().setName(name).build())
                    .toList())
            .setSourceTime(Papers.TIME)
            .setFetchedAt(Papers.TIME)
            .setRawUri("file:///" + source)
            .setRawSha256("0a");
    some(text).ifPresent(record::setAbstract$);
    return delivery(record.build());
  }

  private static Delivery<EnrichedPaper> withDoi(String doi, Delivery<EnrichedPaper> record) {
    return delivery(PaperRecord.newBuilder(record.value().getPaper()).setDoi(doi).build());
  }

  private static Delivery<EnrichedPaper> delivery(PaperRecord paper) {
    return new Delivery<>(
        PaperKeys.messageKey(paper),
        EnrichedPaper.newBuilder().setPaper(paper).setLinks(List.of()).build(),
        100,
        Papers.TIME,
        Map.of());
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
