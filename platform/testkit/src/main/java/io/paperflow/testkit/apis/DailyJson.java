package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.ArxivCalendar;
import io.paperflow.testkit.world.Author;
import io.paperflow.testkit.world.DailyEntry;
import io.paperflow.testkit.world.DeclaredRepository;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Entries of Daily Papers as JSON, with votes and comments as they are at a time. */
final class DailyJson {

  private static final String CDN = "https://cdn-thumbnails.huggingface.co/social-thumbnails/";

  private final Instant now;

  DailyJson(Instant now) {
    this.now = now;
  }

  /** As in a list: the paper inside, and more around it. */
  ObjectNode entry(DailyEntry entry) {
    Instant submitted = entry.paper().submitted();
    ObjectNode node = Json.object();
    node.set("paper", paper(entry));
    // US Eastern time with a Z, as the real one writes it.
    Instant eastern =
        submitted.atZone(ArxivCalendar.EASTERN).toLocalDateTime().toInstant(ZoneOffset.UTC);
    node.put("publishedAt", Json.time(eastern));
    node.put("title", title(entry));
    node.put("summary", entry.text());
    node.put("thumbnail", CDN + "papers/" + entry.paper().id() + ".png");
    node.put("numComments", entry.comments(now));
    node.set("submittedBy", submittedBy(entry.submitter()));
    entry.organization().ifPresent(name -> node.set("organization", organization(name)));
    node.put("isAuthorParticipating", false);
    return node;
  }

  /** As the paper's own address gives it. */
  ObjectNode details(DailyEntry entry) {
    ObjectNode node = paper(entry);
    node.putArray("comments");
    ArrayNode models = node.putArray("linkedModels");
    entry.organization().ifPresent(name -> models.add(HubRepositories.model(name, entry.paper())));
    node.put("numTotalModels", models.size());
    node.putArray("linkedDatasets");
    node.put("numTotalDatasets", 0);
    node.putArray("linkedSpaces");
    node.put("numTotalSpaces", 0);
    return node;
  }

  private ObjectNode paper(DailyEntry entry) {
    ObjectNode node = Json.object().put("id", entry.paper().id());
    ArrayNode authors = node.putArray("authors");
    for (Author author : entry.paper().authors()) {
      ObjectNode named = authors.addObject();
      named.put("_id", key(author.name())).put("name", author.name()).put("hidden", false);
    }
    node.put("publishedAt", Json.time(entry.paper().submitted()));
    node.put("submittedOnDailyAt", Json.time(entry.submittedAt()));
    node.put("title", title(entry));
    node.set("submittedOnDailyBy", submittedOnDailyBy(entry.submitter()));
    node.put("summary", entry.text());
    node.put("upvotes", entry.votes(now));
    node.put("discussionId", key(entry.paper().id()));
    entry.projectPage().ifPresent(url -> node.put("projectPage", url));
    entry.repository(now).ifPresent(repository -> declare(node, repository));
    Optional<String> summary = entry.aiSummary();
    if (summary.isPresent()) {
      node.put("ai_summary", summary.get());
      node.set("ai_keywords", Json.strings(entry.aiKeywords()));
    }
    entry.organization().ifPresent(name -> node.set("organization", organization(name)));
    return node;
  }

  private static void declare(ObjectNode node, DeclaredRepository repository) {
    node.put("githubRepo", repository.address());
    node.put("githubRepoAddedBy", repository.addedBy());
    node.put("githubStars", repository.stars());
  }

  /** Half of the titles have a line break. */
  private static String title(DailyEntry entry) {
    String title = entry.title();
    int middle = title.indexOf(' ', title.length() / 2);
    return title.length() % 2 == 0 && middle > 0
        ? title.substring(0, middle) + "\n  " + title.substring(middle + 1)
        : title;
  }

  private static ObjectNode submittedOnDailyBy(String login) {
    return user(login).put("user", login).put("type", "user").put("name", login);
  }

  private static ObjectNode submittedBy(String login) {
    return user(login)
        .put("name", login)
        .put("type", "user")
        .put("isHf", false)
        .put("followerCount", 1);
  }

  private static ObjectNode user(String login) {
    return Json.object()
        .put("_id", key(login))
        .put("avatarUrl", "/avatars/" + key(login) + ".svg")
        .put("isPro", false)
        .put("fullname", login.toUpperCase(Locale.ROOT));
  }

  private static ObjectNode organization(String name) {
    return Json.object()
        .put("_id", key(name))
        .put("name", name)
        .put("fullname", name + " Laboratory")
        .put("avatar", "https://cdn-uploads.huggingface.co/" + key(name) + ".png");
  }

  /** Like the keys of their database: 24 hexadecimal digits. */
  private static String key(String of) {
    return "65a103d5230f8846" + HexFormat.of().toHexDigits(of.hashCode());
  }
}
