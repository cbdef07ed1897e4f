package io.paperflow.indexer.index;

import static io.paperflow.pipeline.FailureCategory.FATAL;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The index of papers: one versioned index behind the alias {@link IndexNames#PAPERS}, with the
 * mapping of {@code index/papers.json}. Thread-safe; several starters at once make one index.
 */
public final class IndexLayout {

  /** The index that is made when there is none. */
  public static final String FIRST_INDEX = IndexNames.PAPERS + "-000001";

  private static final String RESOURCE = "/index/papers.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;
  private final ObjectNode definition;
  private volatile boolean fit;

  /** The layout in the given cluster; asks nothing yet. */
  public IndexLayout(ElasticsearchHttp http) {
    this.http = http;
    this.definition = definition();
  }

  /** Like {@link #ensure}, but asks nothing once it was found well. */
  Optional<Failure> ensureOnce(Duration atMost) throws InterruptedException {
    return fit ? Optional.empty() : ensure(atMost);
  }

  /**
   * Makes the index if there is none; empty when it is there and has the right mapping.
   *
   * @param atMost the longest wait for each of at most three answers
   */
  public Optional<Failure> ensure(Duration atMost) throws InterruptedException {
    Optional<Failure> failure = ask(atMost);
    fit = failure.isEmpty();
    return failure;
  }

  private Optional<Failure> ask(Duration atMost) throws InterruptedException {
    try {
      Answer answer = http.send(mapping(), atMost);
      if (answer.status() != 404) {
        return verdict(answer);
      }
      Answer created = http.send(creation(), atMost);
      if (created.status() == 200) {
        return Optional.empty();
      }
      ElasticsearchError error = BulkAnswer.error(created.status(), created.body());
      return error.is("resource_already_exists_exception")
          ? madeByAnother(atMost)
          : Optional.of(BulkVerdicts.whileReading(error));
    } catch (IOException e) {
      return Optional.of(BulkVerdicts.of(e));
    }
  }

  private Optional<Failure> madeByAnother(Duration atMost)
      throws IOException, InterruptedException {
    Answer answer = http.send(mapping(), atMost);
    return answer.status() == 404
        ? fatal(
            "index %s exists, but no alias %s: add the alias to the index that holds the papers"
                .formatted(FIRST_INDEX, IndexNames.PAPERS))
        : verdict(answer);
  }

  private Optional<Failure> verdict(Answer answer) throws IOException {
    if (answer.status() != 200) {
      return Optional.of(
          BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
    }
    List<Entry<String, JsonNode>> indices = List.copyOf(JSON.readTree(answer.body()).properties());
    if (indices.size() != 1) {
      return fatal(
          "alias %s stands for %d indices, it must be one: see GET _alias/%s"
              .formatted(IndexNames.PAPERS, indices.size(), IndexNames.PAPERS));
    }
    String index = indices.getFirst().getKey();
    if (index.equals(IndexNames.PAPERS)) {
      return fatal(
          "%s is an index, not an alias: delete it or copy it to another name"
              .formatted(IndexNames.PAPERS));
    }
    return versionVerdict(index, version(indices.getFirst().getValue()));
  }

  private Optional<Failure> versionVerdict(String index, int found) {
    int own = version(definition);
    if (found == own) {
      return Optional.empty();
    }
    String remedy =
        found < own ? "run paperflow reindex" : "it is of a newer release, upgrade this service";
    return fatal(
        "index %s has mapping version %d, this service needs %d: %s"
            .formatted(index, found, own, remedy));
  }

  private static int version(JsonNode index) {
    return index.path("mappings").path("_meta").path("paperflowVersion").asInt();
  }

  private static Optional<Failure> fatal(String message) {
    return Optional.of(new Failure("elasticsearch-index-unfit", FATAL, message));
  }

  private static Request mapping() {
    return new Request("GET", "/" + IndexNames.PAPERS + "/_mapping");
  }

  private Request creation() {
    ObjectNode body = definition.deepCopy();
    body.putObject("aliases").putObject(IndexNames.PAPERS).put("is_write_index", true);
    Request request = new Request("PUT", "/" + FIRST_INDEX);
    request.setJsonEntity(body.toString());
    return request;
  }

  private static ObjectNode definition() {
    try (InputStream in = IndexLayout.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar: build it again");
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
