package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.schemas.Author;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.DeclaredLink;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.PaperVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records as JSON. */
final class RecordLinesTest {

  @BeforeAll
  static void trustTheGeneratedRecords() {
    // Avro builds no record of a class it was not told to trust, which the codec does.
    assertEquals("io.paperflow.schemas.PaperRecord", AvroCodec.of(PaperRecord.class).schemaName());
  }

  @Test
  void whatIsMissingIsLeftOut() throws IOException {
    assertEquals(
        """
        {"paperKey":"title:0","source":"s","title":"A title","withdrawn":false,\
        "sourceTime":"2026-01-05T00:00:00Z","fetchedAt":"2026-01-05T00:00:01.500Z",\
        "rawUri":"file:///a","rawSha256":"0a"}
        """,
        written(record().build()));
  }

  @Test
  void everyFieldIsThereUnderItsName() throws IOException {
    PaperRecord paper =
        record()
            .setPart("github.com/a/b")
            .setArxivId("2401.00001")
            .setArxivVersion(2)
            .setDoi("10.1/a")
            .setOpenreviewId("abc")
            .setAbstract$("One\ntwo \"three\"")
            .setAuthors(List.of(author("Ada"), author("Bo")))
            .setPublished(Instant.parse("2026-01-01T00:00:00Z"))
            .setCategories(List.of("cs.LG"))
            .setVersions(List.of(PaperVersion.newBuilder().setNumber(1).setSourceType("I").build()))
            .setDaily(
                DailyListing.newBuilder().setDate(LocalDate.of(2026, 1, 2)).setUpvotes(0).build())
            .setDeclaredLinks(
                List.of(
                    DeclaredLink.newBuilder()
                        .setField("repo_url")
                        .setValue("https://github.com/a/b")
                        .setOfficial(false)
                        .build()))
            .setWithdrawn(true)
            .build();
    assertEquals(
        """
        {"paperKey":"title:0","source":"s","part":"github.com/a/b","arxivId":"2401.00001",\
        "arxivVersion":2,"doi":"10.1/a","openreviewId":"abc","title":"A title",\
        "abstract":"One\\ntwo \\"three\\"","authors":[{"name":"Ada"},{"name":"Bo"}],\
        "published":"2026-01-01T00:00:00Z","categories":["cs.LG"],\
        "versions":[{"number":1,"sourceType":"I"}],"daily":{"date":"2026-01-02","upvotes":0},\
        "declaredLinks":[{"field":"repo_url","value":"https://github.com/a/b","official":false}],\
        "withdrawn":true,"sourceTime":"2026-01-05T00:00:00Z",\
        "fetchedAt":"2026-01-05T00:00:01.500Z","rawUri":"file:///a","rawSha256":"0a"}
        """,
        written(paper));
  }

  @Test
  void recordsAreLinesAndNoRecordsAreNone() throws IOException {
    assertEquals(2, written(record().build(), record().build()).lines().count());
    assertEquals("", written());
  }

  private static Author author(String name) {
    return Author.newBuilder().setName(name).build();
  }

  private static PaperRecord.Builder record() {
    return PaperRecord.newBuilder()
        .setPaperKey("title:0")
        .setSource("s")
        .setTitle("A title")
        .setSourceTime(Instant.parse("2026-01-05T00:00:00Z"))
        .setFetchedAt(Instant.parse("2026-01-05T00:00:01.500Z"))
        .setRawUri("file:///a")
        .setRawSha256("0a");
  }

  private static String written(PaperRecord... papers) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var lines = new RecordLines(out)) {
      for (PaperRecord paper : papers) {
        lines.write(paper);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
