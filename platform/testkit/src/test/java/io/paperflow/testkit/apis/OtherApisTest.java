package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.testkit.world.ArchivedPaper;
import io.paperflow.testkit.world.Submission;
import io.paperflow.testkit.world.World;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherApisTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ApisFixture fixture;

  OtherApisTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void biorxivGivesAnIntervalInPages() throws Exception {
    LocalDate from = LocalDate.of(2026, 2, 26);
    List<String> expected =
        fixture.world.preprints().shown("medrxiv", from, from.plusDays(2), ApisFixture.NOW).stream()
            .map(p -> p.doi() + "v" + p.version())
            .toList();
    List<String> found = new ArrayList<>();
    JsonNode message;
    do {
      JsonNode answer = json(Api.BIORXIV, "/details/medrxiv/2026-02-26/2026-02-28/" + found.size());
      message = answer.at("/messages/0");
      answer
          .path("collection")
          .forEach(p -> found.add(p.path("doi").asText() + "v" + p.path("version").asText()));
    } while (message.path("status").asText().equals("ok"));
    assertEquals("no posts found", message.path("status").asText());
    assertEquals(expected, found);
    JsonNode first =
        json(Api.BIORXIV, "/details/medrxiv/2026-02-26/2026-02-28/0").at("/messages/0");
    assertTrue(first.path("total").isTextual());
    assertTrue(first.path("count").isNumber());
  }

  @Test
  void openReviewMovesSubmissionsToTheVenueOfTheirDecision() throws Exception {
    assertEquals(ids("/Submission"), walk("/Submission"));
    assertEquals(ids(""), walk(""));
    List<String> accepted = ids("");
    fixture.clock.advance(Duration.ofDays(2));
    assertTrue(walk("").size() > accepted.size());
    assertEquals(ids("/Rejected_Submission"), walk("/Rejected_Submission"));
  }

  @Test
  void openReviewGivesTheNewerOnesAlone() throws Exception {
    List<Submission> all = fixture.world.submissions().shown(World.CONFERENCE, ApisFixture.NOW);
    Submission middle = all.get(all.size() / 2);
    JsonNode answer =
        json(
            Api.OPENREVIEW,
            "/notes?content.venueid=%s&sort=tcdate:asc&mintcdate=%d"
                .formatted(World.CONFERENCE, middle.created().toEpochMilli()));
    assertEquals(middle.id(), answer.at("/notes/0/id").asText());
  }

  @Test
  void theAnthologyListsItsFilesAndChangesThem() throws Exception {
    JsonNode files = json(Api.ANTHOLOGY, "/repos/acl-org/acl-anthology/contents/data/xml");
    assertEquals(fixture.world.anthology().collections(ApisFixture.NOW).size(), files.size());
    List<String> papers = new ArrayList<>();
    for (JsonNode file : files) {
      String address = file.path("download_url").asText();
      String target = address.substring(fixture.apis.uri(Api.ANTHOLOGY).toString().length());
      XmlDocument collection = XmlDocument.parse(fixture.get(Api.ANTHOLOGY, target).body());
      papers.addAll(collection.texts("paper"));
    }
    long expected =
        fixture.world.anthology().papers().stream()
            .filter(p -> !p.shownAt().isAfter(ApisFixture.NOW))
            .count();
    assertEquals(expected, papers.size());
    fixture.clock.advance(Duration.ofDays(1));
    assertNotEquals(files, json(Api.ANTHOLOGY, "/repos/acl-org/acl-anthology/contents/data/xml"));
  }

  @Test
  void theArchiveIsPlainAndPacked() throws Exception {
    for (String file : List.of("papers-with-abstracts", "links-between-papers-and-code")) {
      byte[] plain = fixture.bytes(Api.CODE_ARCHIVE, "/about/" + file + ".json").body();
      byte[] packed =
          fixture
              .bytes(Api.CODE_ARCHIVE, "/about/" + file + ".json.gz", "Accept-Encoding", "gzip")
              .body();
      assertArrayEquals(
          plain, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    }
    JsonNode papers = json(Api.CODE_ARCHIVE, "/about/papers-with-abstracts.json");
    assertEquals(
        fixture.world.archive().stream().map(ArchivedPaper::title).toList(),
        papers.findValuesAsText("title"));
    JsonNode links = json(Api.CODE_ARCHIVE, "/about/links-between-papers-and-code.json");
    assertEquals(
        fixture.world.archive().stream().mapToInt(p -> p.links().size()).sum(), links.size());
    assertFalse(links.findValues("paper_arxiv_id").stream().allMatch(JsonNode::isTextual));
  }

  private List<String> ids(String state) {
    return fixture
        .world
        .submissions()
        .shown(World.CONFERENCE + state, fixture.clock.instant())
        .stream()
        .map(Submission::id)
        .toList();
  }

  private List<String> walk(String state) throws Exception {
    List<String> found = new ArrayList<>();
    int count;
    do {
      JsonNode answer =
          json(
              Api.OPENREVIEW,
              "/notes?content.venueid=%s%s&sort=number:asc&offset=%d"
                  .formatted(World.CONFERENCE, state, found.size()));
      count = answer.path("count").asInt();
      answer.path("notes").forEach(note -> found.add(note.path("id").asText()));
    } while (found.size() < count);
    return found;
  }

  private JsonNode json(Api api, String target) throws Exception {
    return JSON.readTree(fixture.get(api, target).body());
  }
}
