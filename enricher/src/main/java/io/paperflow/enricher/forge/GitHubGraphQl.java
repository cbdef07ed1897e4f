package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.paperflow.http.Answer;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GitHub's GraphQL interface, which needs a token: 100 repositories in one query cost one of 5,000
 * points an hour. A query that takes the server too long is asked again in parts of a tenth, since
 * five failures in a row would keep the client from asking for a while. Source:
 * docs.github.com/graphql.
 */
final class GitHubGraphQl implements ForgeApi {

  private static final int BATCH = 100;
  private static final int PARTS = 10;

  /** Answers which say that the query was too much. */
  private static final Set<String> TOO_MUCH = Set.of("http-502", "http-504", "timeout");

  private static final String FRAGMENT =
      """
      fragment F on Repository { databaseId nameWithOwner isArchived isFork stargazerCount pushedAt \
      createdAt primaryLanguage { name } licenseInfo { spdxId } homepageUrl description \
      repositoryTopics(first: 20) { nodes { topic { name } } } }""";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final GitHubDialect dialect;
  private final URI endpoint;
  private final ForgeTexts texts;

  GitHubGraphQl(GitHubDialect dialect) {
    this.dialect = dialect;
    this.endpoint = Paths.below(dialect.api(), List.of("graphql"));
    this.texts = new ForgeTexts(dialect);
  }

  @Override
  public String budget() {
    return dialect.budget();
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return dialect.serves(address);
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Texts texts(RepositoryAddress address, Web web, Priority priority)
      throws InterruptedException {
    return texts.of(address, web, priority);
  }

  @Override
  public List<Reply> ask(List<Question> questions, Web web, Priority priority)
      throws InterruptedException {
    Request request =
        Request.api(endpoint)
            .asking(JSON.createObjectNode().put("query", query(questions)).toString())
            .at(priority);
    Request bounded = request.within(request.limits().firstByte(Duration.ofSeconds(15)));
    Answer answer = web.get(bounded);
    if (answer instanceof Answer.Unavailable late
        && TOO_MUCH.contains(late.code())
        && questions.size() > 1) {
      return inParts(questions, web, priority);
    }
    if (answer instanceof Answer.Refused refused && refused.status() == 401) {
      return all(questions, dialect.unauthorized(refused));
    }
    return switch (ForgeAnswers.json(answer)) {
      case ForgeAnswers.Json(JsonNode node, _) -> read(node, questions);
      // The interface itself is not there, or not for us.
      case ForgeAnswers.Other(Reply.Gone(String code)) ->
          all(questions, new Reply.Later(code, endpoint + ": " + code, Instant.EPOCH));
      case ForgeAnswers.Other(Reply other) -> all(questions, other);
    };
  }

  private static List<Reply> all(List<Question> questions, Reply reply) {
    return questions.stream().map(_ -> reply).toList();
  }

  private List<Reply> inParts(List<Question> questions, Web web, Priority priority)
      throws InterruptedException {
    int size = Math.max(1, questions.size() / PARTS);
    List<Reply> replies = new ArrayList<>();
    while (replies.size() < questions.size()) {
      int from = replies.size();
      List<Question> part = questions.subList(from, Math.min(from + size, questions.size()));
      List<Reply> got = ask(part, web, priority);
      replies.addAll(got);
      // Down for a part of a tenth is down for all; for a single one it may be its own fault.
      if (size > 1 && got.stream().allMatch(Reply.Later.class::isInstance)) {
        replies.addAll(all(questions.subList(replies.size(), questions.size()), got.getLast()));
      }
    }
    return replies;
  }

  private static String query(List<Question> questions) {
    StringBuilder query = new StringBuilder("query {");
    for (int i = 0; i < questions.size(); i++) {
      List<String> path = questions.get(i).address().segments();
      query
          .append(" r")
          .append(i)
          .append(": repository(owner: ")
          .append(quoted(path.get(0)))
          .append(", name: ")
          .append(quoted(path.get(1)))
          .append(", followRenames: true) { ...F }");
    }
    return query.append(" } ").append(FRAGMENT).toString();
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  private List<Reply> read(JsonNode node, List<Question> questions) {
    Map<String, JsonNode> errors = new HashMap<>();
    for (JsonNode error : node.path("errors")) {
      errors.putIfAbsent(error.path("path").path(0).asText(""), error);
    }
    JsonNode data = node.path("data");
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      String alias = "r" + i;
      JsonNode repository = data.path(alias);
      JsonNode error =
          Optional.ofNullable(errors.get(alias))
              .or(() -> Optional.ofNullable(errors.get("")))
              .orElseGet(MissingNode::getInstance);
      replies.add(
          repository.isObject() ? known(repository) : missing(questions.get(i).address(), error));
    }
    return replies;
  }

  private static Reply missing(RepositoryAddress address, JsonNode error) {
    String type = error.path("type").asText("");
    return switch (type) {
      case "NOT_FOUND" -> new Reply.Gone("not-found");
      case "FORBIDDEN" -> new Reply.Gone("forbidden");
      case "RATE_LIMITED" ->
          new Reply.Later(
              "rate-limited", address.url() + ": GitHub's limit is reached", Instant.EPOCH);
      default ->
          ForgeAnswers.unreadable(
              address.url(), error.path("message").asText("the repository is missing"));
    };
  }

  private static Reply known(JsonNode node) {
    List<String> topics = new ArrayList<>();
    node.path("repositoryTopics")
        .path("nodes")
        .forEach(topic -> Facts.text(topic.path("topic").path("name")).ifPresent(topics::add));
    return GitHubDialect.name(node.path("nameWithOwner"))
        .<Reply>map(
            address ->
                new Reply.Known(
                    new RepositoryState(
                        address,
                        Facts.id(node.path("databaseId")),
                        Facts.count(node.path("stargazerCount")),
                        Facts.text(node.path("primaryLanguage").path("name")),
                        Facts.license(node.path("licenseInfo").path("spdxId")),
                        topics,
                        Facts.flag(node.path("isArchived")),
                        Facts.flag(node.path("isFork")),
                        Facts.time(node.path("createdAt")),
                        Facts.time(node.path("pushedAt")),
                        Facts.text(node.path("homepageUrl")),
                        Facts.text(node.path("description"))),
                    Validators.NONE))
        .orElseGet(() -> ForgeAnswers.unreadable("GitHub", "a repository has no name"));
  }
}
