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
 * One versioned index behind an alias, with the mapping of {@code index/ALIAS.json}. An index whose
 * mapping is older is brought up to date where that only adds fields. Thread-safe; several starters
 * at once make one index.
 */
public final class IndexLayout {

  /** The index of papers that is made when there is none. */
  public static final String FIRST_INDEX = IndexNames.PAPERS + "-000001";

  /** The index of the papers' names that is made when there is none. */
  public static final String FIRST_IDENTITIES = IndexNames.IDENTITIES + "-000001";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;
  private final String alias;
  private final ObjectNode definition;
  private volatile boolean fit;

  private IndexLayout(ElasticsearchHttp http, String alias) {
    this.http = http;
    this.alias = alias;
    this.definition = definition(alias);
  }

  /** The layout of {@link IndexNames#PAPERS} in the given cluster; asks nothing yet. */
  public static IndexLayout papers(ElasticsearchHttp http) {
    return new IndexLayout(http, IndexNames.PAPERS);
  }

  /** The layout of {@link IndexNames#REPOSITORIES} in the given cluster; asks nothing yet. */
  public static IndexLayout repositories(ElasticsearchHttp http) {
    return new IndexLayout(http, IndexNames.REPOSITORIES);
  }

  /** The layout of {@link IndexNames#IDENTITIES} in the given cluster; asks nothing yet. */
  public static IndexLayout identities(ElasticsearchHttp http) {
    return new IndexLayout(http, IndexNames.IDENTITIES);
  }

  /** Like {@link #ensure}, for health checks. */
  Optional<Failure> check(Duration atMost) {
    try {
      return ensure(atMost);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(Failure.transientFailure("interrupted", "The check was interrupted"));
    }
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
        return verdict(answer, atMost);
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
            "index %s exists, but no alias %s: add the alias to the index that holds them"
                .formatted(first(), alias))
        : verdict(answer, atMost);
  }

  private Optional<Failure> verdict(Answer answer, Duration atMost)
      throws IOException, InterruptedException {
    if (answer.status() != 200) {
      return Optional.of(
          BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
    }
    List<Entry<String, JsonNode>> indices = List.copyOf(JSON.readTree(answer.body()).properties());
    if (indices.size() != 1) {
      return fatal(
          "alias %s stands for %d indices, it must be one: see GET _alias/%s"
              .formatted(alias, indices.size(), alias));
    }
    String index = indices.getFirst().getKey();
    if (index.equals(alias)) {
      return fatal(
          "%s is an index, not an alias: delete it or copy it to another name".formatted(alias));
    }
    return versionVerdict(index, version(indices.getFirst().getValue()), atMost);
  }

  private Optional<Failure> versionVerdict(String index, int found, Duration atMost)
      throws IOException, InterruptedException {
    int own = version(definition);
    if (found == own) {
      return Optional.empty();
    }
    if (found < own && found >= additiveSince()) {
      return upgraded(index, atMost);
    }
    String remedy =
        found < own ? "run paperflow reindex" : "it is of a newer release, upgrade this service";
    return fatal(
        "index %s has mapping version %d, this service needs %d: %s"
            .formatted(index, found, own, remedy));
  }

  /** Fields that are new are added; documents get them when they are written the next time. */
  private Optional<Failure> upgraded(String index, Duration atMost)
      throws IOException, InterruptedException {
    Request request = new Request("PUT", "/" + index + "/_mapping");
    request.setJsonEntity(definition.path("mappings").toString());
    Answer answer = http.send(request, atMost);
    return answer.status() == 200
        ? Optional.empty()
        : Optional.of(BulkVerdicts.whileReading(BulkAnswer.error(answer.status(), answer.body())));
  }

  /** Since this version fields were only added. */
  private int additiveSince() {
    return definition
        .path("mappings")
        .path("_meta")
        .path("additiveSince")
        .asInt(version(definition));
  }

  private static int version(JsonNode index) {
    return index.path("mappings").path("_meta").path("paperflowVersion").asInt();
  }

  private static Optional<Failure> fatal(String message) {
    return Optional.of(new Failure("elasticsearch-index-unfit", FATAL, message));
  }

  private Request mapping() {
    return new Request("GET", "/" + alias + "/_mapping");
  }

  private Request creation() {
    ObjectNode body = definition.deepCopy();
    body.putObject("aliases").putObject(alias).put("is_write_index", true);
    Request request = new Request("PUT", "/" + first());
    request.setJsonEntity(body.toString());
    return request;
  }

  private String first() {
    return alias + "-000001";
  }

  static ObjectNode definition(String alias) {
    String resource = "/index/" + alias + ".json";
    try (InputStream in = IndexLayout.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar: build it again");
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
