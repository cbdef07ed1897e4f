package io.paperflow.testkit.forges;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A forge that is asked about one repository at a time: its paths, its JSON, what it allows without
 * a token and how it says that this is used up. Sources: the documentation of each.
 */
public enum RestForge {

  /** api.github.com: 60 requests an hour, of which unchanged answers count too. */
  GITHUB("github", "/repos/([^/]+)/([^/]+)", 60, Duration.ofHours(1), 403),

  /** gitlab.com: 400 a minute. */
  GITLAB("gitlab", "/api/v4/projects/([^/%]+)%2F([^/%]+)", 400, Duration.ofMinutes(1), 429),

  /** gitee.com: some 60 an hour. */
  GITEE("gitee", "/api/v5/repos/([^/]+)/([^/]+)", 60, Duration.ofHours(1), 403),

  /** api.bitbucket.org: 60 an hour. */
  BITBUCKET("bitbucket", "/2\\.0/repositories/([^/]+)/([^/]+)", 60, Duration.ofHours(1), 429),

  /** codeberg.org: 2,000 in five minutes. */
  CODEBERG("codeberg", "/api/v1/repos/([^/]+)/([^/]+)", 2000, Duration.ofMinutes(5), 429),

  /** huggingface.co: 500 in five minutes; what is not there is answered with 401. */
  HUGGING_FACE("huggingface", "/api/models/([^/]+)/([^/]+)", 500, Duration.ofMinutes(5), 429),

  /** archive.softwareheritage.org: 120 an hour. */
  SOFTWARE_HERITAGE(
      "softwareheritage",
      "/api/1/origin/https://[^/]+/([^/]+)/([^/]+)/visit/latest/",
      120,
      Duration.ofHours(1),
      429);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MADE = "2026-01-01T00:00:00Z";

  private final String budget;
  private final Pattern path;
  private final int limit;
  private final Duration window;
  private final int limited;

  RestForge(String budget, String path, int limit, Duration window, int limited) {
    this.budget = budget;
    this.path = Pattern.compile(path);
    this.limit = limit;
    this.window = window;
    this.limited = limited;
  }

  /** The name of the client's budget for it. */
  public String budget() {
    return budget;
  }

  /** Requests in a window. */
  public int limit() {
    return limit;
  }

  Pattern path() {
    return path;
  }

  Duration window() {
    return window;
  }

  /** Status of an answer to a request too many. */
  int limited() {
    return limited;
  }

  /** Status of an answer about what is not there. */
  int missing() {
    return this == HUGGING_FACE ? 401 : 404;
  }

  /** Whether it has nothing of a name: a forge what is gone, the archive what is lost. */
  boolean lacks(String name) {
    return this == SOFTWARE_HERITAGE ? name.endsWith("-lost") : name.startsWith("gone-");
  }

  /** Whether a law forbids it to show what has a name. */
  boolean forbidden(String name) {
    return this != SOFTWARE_HERITAGE && name.startsWith("law-");
  }

  /** Where a repository is that has another owner now, below the same address. */
  String moved(String owner, String name) {
    return switch (this) {
      case GITHUB -> "/repositories/" + GitHubServer.id(owner, name);
      case GITLAB -> "/api/v4/projects/" + owner + "%2F" + name;
      case GITEE -> "/api/v5/repos/" + owner + "/" + name;
      case BITBUCKET -> "/2.0/repositories/" + owner + "/" + name;
      case CODEBERG -> "/api/v1/repos/" + owner + "/" + name;
      case HUGGING_FACE -> "/api/models/" + owner + "/" + name;
      case SOFTWARE_HERITAGE -> throw new IllegalStateException("an archive moves nothing");
    };
  }

  /** What it says of a repository that is there. */
  String node(String owner, String name) {
    ObjectNode node = JSON.createObjectNode();
    String full = owner + "/" + name;
    int id = GitHubServer.id(owner, name);
    int stars = GitHubServer.stars(name);
    switch (this) {
      case GITHUB, GITEE -> {
        node.put("id", id).put("full_name", full).put("stargazers_count", stars);
        node.put("language", "Java").put("fork", false).put("created_at", MADE);
        node.putObject("license").put("spdx_id", "MIT").put("key", "mit");
      }
      case GITLAB -> {
        node.put("id", id).put("path_with_namespace", full).put("star_count", stars);
        node.put("archived", false).put("created_at", MADE);
        node.putObject("license").put("key", "mit");
      }
      case BITBUCKET ->
          node.put("uuid", "{" + id + "}").put("full_name", full).put("language", "java");
      case CODEBERG -> {
        node.put("id", id).put("full_name", full).put("stars_count", stars).put("language", "Java");
        node.putArray("licenses").add("MIT");
      }
      case HUGGING_FACE -> {
        node.put("_id", Integer.toString(id)).put("id", full).put("likes", stars);
        node.putArray("tags").add("license:mit");
      }
      case SOFTWARE_HERITAGE -> node.put("status", "full").put("snapshot", "0a1b");
    }
    return node.toString();
  }
}
