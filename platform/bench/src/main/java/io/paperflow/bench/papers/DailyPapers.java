package io.paperflow.bench.papers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.bench.papers.GeneratedPaper.Author;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Papers as Daily Papers shows them: the text of its page, and the JSON of its API. */
public final class DailyPapers {

  private static final String PAGE_HEAD =
      "new\n\nDaily Papers\n\nbyAK and the research community\n\nSep 14\n";

  private static final String DISCUSSION = "69aa20edc4f6edddcc6c0003";

  private DailyPapers() {}

  /** The text of a page, titles and abstracts as paragraphs. */
  public static byte[] page(List<GeneratedPaper> papers) {
    StringBuilder page = new StringBuilder(PAGE_HEAD);
    for (GeneratedPaper paper : papers) {
      page.append('\n').append(paper.title()).append("\n\n").append(paper.abstractText());
      page.append('\n');
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The API's answer. */
  public static byte[] json(List<GeneratedPaper> papers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      for (GeneratedPaper paper : papers) {
        entry(json, paper);
      }
      json.writeEndArray();
    }
    return out.toByteArray();
  }

  private static void entry(JsonGenerator json, GeneratedPaper paper) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("paper");
    json.writeStringField("id", paper.arxivId());
    json.writeArrayFieldStart("authors");
    for (Author author : paper.authors()) {
      json.writeStartObject();
      json.writeStringField("_id", DISCUSSION);
      json.writeStringField("name", author.given() + " " + author.family());
      json.writeBooleanField("hidden", false);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("publishedAt", paper.submitted().toString());
    json.writeStringField("title", paper.title());
    json.writeStringField("summary", paper.abstractText());
    json.writeNumberField("upvotes", paper.title().length());
    json.writeStringField("submittedOnDailyAt", paper.submitted().toString());
    submitter(json, "submittedOnDailyBy", "user");
    json.writeStringField("discussionId", DISCUSSION);
    if (paper.codeUrl().isPresent()) {
      json.writeStringField("githubRepo", paper.codeUrl().get());
      json.writeStringField("githubRepoAddedBy", "user");
      json.writeNumberField("githubStars", 12);
    }
    json.writeStringField("ai_summary", paper.title());
    json.writeArrayFieldStart("ai_keywords");
    for (String word : paper.title().split(" ", -1)) {
      json.writeString(word);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("publishedAt", paper.submitted().toString());
    json.writeStringField("title", paper.title());
    json.writeStringField("summary", paper.abstractText());
    json.writeNumberField("numComments", 1);
    submitter(json, "submittedBy", "name");
    json.writeBooleanField("isAuthorParticipating", false);
    json.writeEndObject();
  }

  private static void submitter(JsonGenerator json, String field, String login) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("_id", DISCUSSION);
    json.writeStringField("avatarUrl", "/avatars/0bcba885d6e0ff74e03f42faa5c8.svg");
    json.writeStringField("fullname", "Invented Reader");
    json.writeStringField(login, "lighthouse");
    json.writeBooleanField("isPro", false);
    json.writeEndObject();
  }
}
