package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.testkit.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers have the structure of the samples, where the sample folder is present. */
class TrueFormatsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In recordings and other samples, and not in the sample it is compared with. */
  private static final Set<String> ALSO_REAL =
      Set.of(
          "/collection[]/funder:STRING",
          "/notes[]/tmdate:NUMBER",
          "/notes[]/content/authors/value[]/fullname:STRING",
          "/notes[]/content/authors/value[]/username:STRING",
          "/OAI-PMH/request@from",
          "/OAI-PMH/ListRecords/resumptionToken",
          "/OAI-PMH/ListRecords/resumptionToken@expires",
          "/OAI-PMH/ListRecords/record/metadata/arXiv/authors/author/affiliation",
          "/OAI-PMH/ListRecords/record/metadata/arXivRaw/doi",
          "/OAI-PMH/ListRecords/record/metadata/arXivRaw/journal-ref",
          "/feed/link");

  private final ApisFixture fixture;

  TrueFormatsTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ARXIV_OAI, /oai?verb=ListRecords&metadataPrefix=arXiv, arxiv-oai-ListRecords-arXiv.xml",
    "ARXIV_OAI, /oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-03-02, arxiv-oai-ListRecords-arXivRaw.xml",
    "ARXIV_OAI, /oai?verb=ListRecords&metadataPrefix=arXiv&from=2027-01-01, arxiv-oai-error-noRecordsMatch.xml",
    "ARXIV_QUERY, /api/query?search_query=cat:cs.*&max_results=9, arxiv-atom.xml",
    "ARXIV_QUERY, /api/query?id_list=0000.0000, arxiv-atom-empty.xml",
    "ARXIV_QUERY, /api/query?id_list=abc, arxiv-atom-error.http400.xml",
    "ARXIV_FEEDS, /rss/cs, arxiv-rss.xml",
    "ARXIV_FEEDS, /rss/cs.XX, arxiv-rss-error.http400.xml",
    "ANTHOLOGY, /data/xml/COLLECTION.xml, acl-anthology.xml"
  })
  void xmlAnswersHaveNoElementThatTheRealOnesDoNotHave(Api api, String target, String sample)
      throws Exception {
    XmlDocument real = XmlDocument.parse(sample(sample));
    String collection = fixture.world.anthology().collections(ApisFixture.NOW).getFirst();
    XmlDocument played =
        XmlDocument.parse(fixture.get(api, target.replace("COLLECTION", collection)).body());
    assertKnown(played.paths(), real.paths());
  }

  @ParameterizedTest
  @CsvSource({
    "HUGGING_FACE, /api/daily_papers?month=2026-03, hf-daily_papers.json",
    "BIORXIV, /details/biorxiv/2026-02-26/2026-03-01/0, biorxiv-details.json",
    "OPENREVIEW, /notes?domain=CONFERENCE, openreview-note-api2.json",
    "CODE_ARCHIVE, /papers-with-abstracts.json, pwc-papers-with-abstracts.json",
    "CODE_ARCHIVE, /links-between-papers-and-code.json, pwc-links-between-papers-and-code.json"
  })
  void jsonAnswersHaveNoFieldThatTheRealOnesDoNotHave(Api api, String target, String sample)
      throws Exception {
    JsonNode real = JSON.readTree(sample(sample));
    String asked = target.replace("CONFERENCE", World.CONFERENCE);
    assertKnown(paths(JSON.readTree(fixture.get(api, asked).body())), paths(real));
  }

  @Test
  void theDetailsOfAPaperAreTheInnerObject() throws Exception {
    Set<String> real = paths(JSON.readTree(sample("hf-paper-info.json")));
    String id = fixture.world.dailyPapers().entries().getFirst().paper().id();
    JsonNode played = JSON.readTree(fixture.get(Api.HUGGING_FACE, "/api/papers/" + id).body());
    assertEquals(id, played.path("id").asText());
    Set<String> unknown = paths(played);
    unknown.removeAll(real);
    unknown.removeIf(path -> path.startsWith("/linkedModels"));
    assertEquals(Set.of(), unknown);
  }

  private static void assertKnown(Set<String> played, Set<String> real) {
    Set<String> unknown = new TreeSet<>(played);
    unknown.removeAll(real);
    unknown.removeAll(ALSO_REAL);
    assertEquals(Set.of(), unknown);
    // Most of what the sample has is played too.
    assertTrue(played.size() * 2 > real.size(), () -> played.size() + " of " + real.size());
  }

  private static byte[] sample(String name) throws Exception {
    Path file = Path.of(System.getProperty("paperflow.shared"), "formats", name);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
    return Files.readAllBytes(file);
  }

  /** The paths of all fields that occur, with their types; a null counts for a string. */
  private static Set<String> paths(JsonNode node) {
    Set<String> paths = new TreeSet<>();
    collect(node, "", paths);
    return paths;
  }

  private static void collect(JsonNode node, String path, Set<String> paths) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(field.getValue(), path + "/" + field.getKey(), paths);
      }
    } else if (node.isArray()) {
      node.forEach(inner -> collect(inner, path + "[]", paths));
    } else {
      paths.add(path + ":" + (node.isNull() ? "STRING" : node.getNodeType()));
    }
  }
}
