package io.paperflow.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.PaperVersion;
import java.util.List;
import java.util.Optional;

/** Readings as the fixtures expect them: what is missing is left out. */
final class ReadingJson {

  private ReadingJson() {}

  static ArrayNode of(List<Reading> readings) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    readings.forEach(reading -> list.add(of(reading)));
    return list;
  }

  private static ObjectNode of(Reading reading) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (reading) {
      case Reading.Unreadable unreadable ->
          json.put("unreadable", unreadable.code().name())
              .put("message", unreadable.message())
              .put("bytes", unreadable.fragment().remaining());
      case Reading.Paper(PaperRecord paper) -> paper(json, paper);
    }
    return json;
  }

  private static void paper(ObjectNode json, PaperRecord paper) {
    json.put("paper", paper.getPaperKey());
    given(json, "part", paper.getPart());
    text(json, "arxivId", paper.getArxivId());
    paper.getArxivVersion().ifPresent(version -> json.put("arxivVersion", version));
    text(json, "doi", paper.getDoi());
    text(json, "openreviewId", paper.getOpenreviewId());
    json.put("title", paper.getTitle());
    text(json, "abstract", paper.getAbstract$());
    list(
        json,
        "authors",
        paper.getAuthors().stream()
            .map(a -> a.getName() + a.getAffiliation().map(at -> " (" + at + ")").orElse(""))
            .toList());
    text(json, "published", paper.getPublished());
    text(json, "updated", paper.getUpdated());
    list(json, "categories", paper.getCategories());
    text(json, "comments", paper.getComments());
    text(json, "journalRef", paper.getJournalRef());
    text(json, "license", paper.getLicense());
    text(json, "venue", paper.getVenue());
    list(json, "keywords", paper.getKeywords());
    text(json, "aiSummary", paper.getAiSummary());
    list(json, "versions", paper.getVersions().stream().map(ReadingJson::version).toList());
    paper.getDaily().ifPresent(daily -> listing(json.putObject("daily"), daily));
    list(
        json,
        "links",
        paper.getDeclaredLinks().stream()
            .map(
                link ->
                    link.getField()
                        + " "
                        + link.getValue()
                        + link.getAddedBy().map(by -> " by " + by).orElse("")
                        + link.getOfficial()
                            .map(yes -> yes ? " official" : " unofficial")
                            .orElse(""))
            .toList());
    if (paper.getWithdrawn()) {
      json.put("withdrawn", true);
    }
    json.put("sourceTime", paper.getSourceTime().toString());
  }

  private static String version(PaperVersion version) {
    return "v"
        + version.getNumber()
        + version.getCreated().map(created -> " " + created).orElse("")
        + version.getSourceType().map(type -> " " + type).orElse("");
  }

  private static void listing(ObjectNode json, DailyListing daily) {
    text(json, "date", daily.getDate());
    daily.getUpvotes().ifPresent(upvotes -> json.put("upvotes", upvotes));
    daily.getComments().ifPresent(comments -> json.put("comments", comments));
    text(json, "submittedBy", daily.getSubmittedBy());
  }

  private static void given(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static void text(ObjectNode json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present.toString()));
  }

  private static void list(ObjectNode json, String name, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(json.putArray(name)::add);
    }
  }
}
