package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.testkit.RealElasticsearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class IndexLayoutTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final ElasticsearchConnection connection;
  private final IndexLayout layout;

  IndexLayoutTest(EmbeddedElasticsearch elasticsearch) {
    connection = new ElasticsearchConnection(ElasticsearchSettings.of(elasticsearch.uri()));
    layout = IndexLayout.papers(connection.http());
  }

  @BeforeEach
  void nothing() throws Exception {
    for (String index : send("GET", "/_alias", "").propertyStream().map(Entry::getKey).toList()) {
      send("DELETE", "/" + index, "");
    }
  }

  @AfterEach
  void close() throws Exception {
    nothing();
    connection.close();
  }

  @Test
  void theIndexIsMadeBehindItsAliasAndThenLeftAlone() throws Exception {
    assertEquals(Optional.empty(), layout.ensure(PATIENT));
    JsonNode alias = send("GET", "/_alias/papers", "");
    assertEquals(
        "{\"papers-000001\":{\"aliases\":{\"papers\":{\"is_write_index\":true}}}}",
        alias.toString());
    assertEquals("strict", send("GET", "/papers/_mapping", "").findValue("dynamic").asText());
    assertEquals(Optional.empty(), layout.ensure(PATIENT));
  }

  @Test
  void severalStartersAtOnceMakeOneIndex() throws Exception {
    List<Callable<Optional<Failure>>> starters = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      starters.add(() -> IndexLayout.papers(connection.http()).ensure(PATIENT));
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<Failure>> result : executor.invokeAll(starters)) {
        assertEquals(Optional.empty(), result.get());
      }
    }
    assertEquals(1, send("GET", "/_alias/papers", "").size());
  }

  @Test
  void anOlderOrForeignMappingIsRefusedWithTheRemedy() throws Exception {
    for (String mapping : List.of("{}", "{'_meta':{'paperflowVersion':0}}", "{'dynamic':false}")) {
      create("papers-000007", mapping);
      assertFatal("run paperflow reindex");
      nothing();
    }
  }

  /** As an index of the first release has it: no field for facts yet. */
  @Test
  void anOlderMappingThatLacksOnlyFieldsGetsThem() throws Exception {
    JsonNode analysis =
        JsonMapper.builder()
            .build()
            .readTree(IndexLayout.class.getResourceAsStream("/index/papers.json"))
            .at("/settings/analysis");
    send(
        "PUT",
        "/papers-000007",
        "{'aliases':{'papers':{}},'settings':{'analysis':"
            + analysis
            + "},'mappings':{'_meta':{'paperflowVersion':1},'dynamic':'strict',"
            + "'properties':{'id':{'type':'keyword'},'hasCode':{'type':'boolean'}}}}");
    assertEquals(Optional.empty(), layout.ensure(PATIENT));
    String mapping = send("GET", "/papers/_mapping", "").toString();
    assertTrue(mapping.contains("\"paperflowVersion\":3"), mapping);
    assertTrue(mapping.contains("starsPerWeek"), mapping);
  }

  @Test
  void aNewerMappingIsRefusedWithTheRemedy() throws Exception {
    create("papers-000007", "{'_meta':{'paperflowVersion':999}}");
    assertFatal("upgrade this service");
  }

  @Test
  void anIndexInPlaceOfTheAliasIsRefused() throws Exception {
    send("PUT", "/papers", "{}");
    assertFatal("papers is an index, not an alias");
  }

  @Test
  void anIndexWithoutItsAliasIsRefused() throws Exception {
    send("PUT", "/papers-000001", "{}");
    assertFatal("no alias papers");
  }

  @Test
  void twoIndicesBehindTheAliasAreRefused() throws Exception {
    create("papers-000001", "{'_meta':{'paperflowVersion':1}}");
    create("papers-000002", "{'_meta':{'paperflowVersion':1}}");
    assertFatal("stands for 2 indices");
  }

  @Test
  void withoutAnswerTheFailureIsTransient() throws Exception {
    ElasticsearchConnection nowhere =
        new ElasticsearchConnection(
            new ElasticsearchSettings(List.of("http://127.0.0.1:9"), null, null, null, "1s", "1s"));
    try (nowhere) {
      Failure failure = IndexLayout.papers(nowhere.http()).ensure(PATIENT).orElseThrow();
      assertEquals(FailureCategory.TRANSIENT, failure.category());
    }
  }

  private void assertFatal(String message) throws Exception {
    Failure failure = layout.ensure(PATIENT).orElseThrow();
    assertEquals(FailureCategory.FATAL, failure.category());
    assertTrue(failure.message().contains(message), failure.message());
  }

  private void create(String index, String mapping) throws Exception {
    send("PUT", "/" + index, "{'aliases':{'papers':{}},'mappings':" + mapping + "}");
  }

  private JsonNode send(String method, String path, String body) throws Exception {
    Request request = new Request(method, path);
    if (!body.isEmpty()) {
      request.setJsonEntity(body.replace('\'', '"'));
    }
    return JSON.readTree(connection.http().send(request).body());
  }
}
