package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.paperflow.testkit.world.Author;
import io.paperflow.testkit.world.Submission;
import java.time.Instant;
import java.util.List;

/** A submission as OpenReview's API 2 writes it. */
final class OpenReviewNote {

  private OpenReviewNote() {}

  static ObjectNode json(Submission submission, Instant now) {
    ObjectNode note = Json.object();
    note.put("id", submission.id()).put("forum", submission.id()).putNull("replyto");
    note.put("number", submission.number());
    note.put("cdate", submission.created().toEpochMilli());
    note.put("tcdate", submission.created().toEpochMilli());
    note.put("mdate", submission.modified(now).toEpochMilli());
    note.put("tmdate", submission.modified(now).toEpochMilli());
    if (submission.isDecided(now) && submission.accepted()) {
      note.put("pdate", submission.decided().toEpochMilli());
    }
    note.put("domain", submission.conference());
    note.set("invitations", Json.strings(List.of(submission.conference() + "/-/Submission")));
    note.set("readers", Json.strings(List.of("everyone")));
    note.set("content", content(submission, now));
    return note;
  }

  private static ObjectNode content(Submission submission, Instant now) {
    ObjectNode content = Json.object();
    content.set("title", value(new TextNode(submission.title())));
    content.set("abstract", value(new TextNode(submission.text(now))));
    authors(content, submission);
    content.set("keywords", value(Json.strings(submission.keywords())));
    content.set("venue", value(new TextNode(venue(submission, now))));
    content.set("venueid", value(new TextNode(submission.venueId(now))));
    content.set("pdf", value(new TextNode("/pdf/" + submission.id() + ".pdf")));
    return content;
  }

  /** Strings with ids beside them, or objects. */
  private static void authors(ObjectNode content, Submission submission) {
    boolean objects = submission.number() % 2 == 0;
    ArrayNode authors = Json.array();
    ArrayNode ids = Json.array();
    for (Author author : submission.authors()) {
      String profile = "~" + author.name().replace(' ', '_') + "1";
      if (objects) {
        authors.addObject().put("fullname", author.name()).put("username", profile);
      } else {
        authors.add(author.name());
        ids.add(profile);
      }
    }
    content.set("authors", value(authors));
    if (!objects) {
      content.set("authorids", value(ids));
    }
  }

  private static String venue(Submission submission, Instant now) {
    String name = submission.conference().replaceAll("\\.cc/(\\d{4})/.*", " $1");
    if (!submission.isDecided(now)) {
      return name + " Conference Submission";
    }
    return submission.accepted() ? name + " Poster" : "Submitted to " + name;
  }

  private static ObjectNode value(JsonNode value) {
    ObjectNode node = Json.object();
    node.set("value", value);
    return node;
  }
}
