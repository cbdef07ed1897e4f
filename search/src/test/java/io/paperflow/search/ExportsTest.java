package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SearchExtension.class)
class ExportsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  ExportsTest(RunningSearch search) {
    this.search = search;
  }

  @Test
  void anEntryForBibtexHasWhatArxivAdvises() {
    assertEquals(
        """
        @misc{oduya2026_2611.09871,
          title = {{River Attention: Linear-Time Transformers for Documents of a Million Tokens}},
          author = {Oduya, Maren and Wirth, Tomasz and Brandvold, Ilse and Arakawa, Kenji},
          year = {2026},
          eprint = {2611.09871},
          archivePrefix = {arXiv},
          primaryClass = {cs.CL},
          url = {https://arxiv.org/abs/2611.09871}
        }
        """,
        text("/papers.bib?q=river"));
  }

  @Test
  void aPaperTellsHowToCiteIt() {
    assertEquals(
        text("/papers.bib?q=river").strip(),
        Jsoup.parse(search.get("/papers/arxiv:2611.09871").body()).select(".cite pre").text());
  }

  @Test
  void aRecordInRisHasALineForEachFact() {
    String ris = text("/papers.ris?q=river");
    assertTrue(ris.startsWith("TY  - UNPB\r\nTI  - River Attention"), ris);
    assertTrue(ris.contains("\r\nAU  - Oduya, Maren\r\nAU  - Wirth, Tomasz\r\n"), ris);
    assertTrue(ris.contains("\r\nDA  - 2026/11/17\r\n"), ris);
    assertTrue(ris.contains("\r\nL2  - https://github.com/delta-lab/river-attention\r\n"), ris);
    assertTrue(ris.endsWith("ER  - \r\n"), ris);
  }

  @Test
  void cslIsAnArray() throws Exception {
    JsonNode items = JSON.readTree(text("/papers.csl.json?q=attention"));
    assertEquals(3, items.size());
    JsonNode river = JSON.readTree(text("/papers.csl.json?q=river")).get(0);
    assertEquals("Oduya", river.at("/author/0/family").asText());
    assertEquals("[[2026,11,17]]", river.at("/issued/date-parts").toString());
    assertEquals("[]", JSON.readTree(text("/papers.csl.json?category=none")).toString());
  }

  @Test
  void theLinksToCodeHaveTheFormOfPapersWithCode() throws Exception {
    JsonNode river = JSON.readTree(text("/papers.links.json?q=river"));
    assertEquals(1, river.size());
    assertEquals(
        "{\"paper_url\":\"https://arxiv.org/abs/2611.09871\",\"paper_title\":\"River Attention:"
            + " Linear-Time Transformers for Documents of a Million Tokens\",\"paper_arxiv_id\":"
            + "\"2611.09871\",\"paper_url_abs\":\"https://arxiv.org/abs/2611.09871\","
            + "\"paper_url_pdf\":\"https://arxiv.org/pdf/2611.09871.pdf\",\"repo_url\":"
            + "\"https://github.com/delta-lab/river-attention\",\"is_official\":true,"
            + "\"mentioned_in_paper\":true,\"mentioned_in_github\":false,\"framework\":\"none\"}",
        river.get(0).toString());
    long repositories =
        search.corpus().stream().mapToLong(paper -> paper.path("repositories").size()).sum();
    assertEquals(repositories, JSON.readTree(text("/papers.links.json")).size());
    assertEquals(
        "[]", JSON.readTree(text("/papers.links.json?hasCode=false&q=painting")).toString());
  }

  @Test
  void csvQuotesWhatNeedsItAndDisarmsFormulas() {
    String csv = text("/papers.csv?sort=stars");
    assertTrue(csv.startsWith("id,title,authors,"), csv);
    assertTrue(csv.contains("\r\narxiv:2611.09871,River Attention"), csv);
    assertTrue(csv.contains("\"On \"\"Truth\"\", 'Lies' and"), csv);
    assertEquals(search.corpus().size() + 1L, csv.lines().count());
  }

  @Test
  void everyPaperOfALongListIsWrittenOnce() throws Exception {
    List<JsonNode> many =
        IntStream.range(0, 250)
            .<JsonNode>mapToObj(
                i ->
                    ((ObjectNode) search.corpus().getFirst().deepCopy())
                        .put("id", "arxiv:9911.%05d".formatted(i))
                        .put("title", i == 7 ? "=Formula(export)" : "Export " + i)
                        .put("venue", "exported"))
            .toList();
    search.index(many);
    try {
      List<String> ids = new ArrayList<>();
      for (String line : text("/papers.ndjson?q=venue:exported").lines().toList()) {
        ids.add(JSON.readTree(line).get("id").asText());
      }
      assertEquals(
          many.stream().map(paper -> paper.get("id").asText()).toList(),
          ids.stream().sorted().toList());
      assertTrue(text("/papers.csv?q=venue:exported").contains(",'=Formula(export),"));
      assertEquals(
          250, JSON.readTree(text("/papers.csl.json?q=venue:exported+author:oduya")).size());
      assertEquals(0, search.openContexts());
    } finally {
      search.delete(many.stream().map(paper -> paper.get("id").asText()).toList());
    }
  }

  @Test
  @Timeout(60)
  void whoeverBreaksOffLeavesNothingOpen() throws Exception {
    // More than the buffers between the two hold.
    List<JsonNode> many =
        IntStream.range(0, 1000)
            .<JsonNode>mapToObj(
                i ->
                    ((ObjectNode) search.corpus().getFirst().deepCopy())
                        .put("id", "arxiv:9912.%05d".formatted(i))
                        .put("title", "Broken off " + i)
                        .put("abstract", "Words of it. ".repeat(2000)))
            .toList();
    search.index(many);
    try {
      search.breakOff("/papers.ndjson?q=broken");
      while (search.openContexts() > 0) {
        Thread.onSpinWait();
      }
    } finally {
      search.delete(many.stream().map(paper -> paper.get("id").asText()).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"bib", "ris", "csl.json", "csv", "ndjson"})
  void exportsAreFiles(String suffix) {
    HttpResponse<String> answer = search.get("/papers." + suffix);
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow()
            .contains("papers." + suffix));
  }

  @Test
  void aSearchLeadsToItsExports() {
    var page = Jsoup.parse(search.get("/search?q=graph&sort=date").body());
    assertEquals(
        Stream.of("bib", "ris", "csl.json", "csv", "ndjson", "links.json")
            .map(suffix -> "/papers." + suffix + "?q=graph&sort=date")
            .toList(),
        page.select(".follow a[href^=/papers.]").eachAttr("href"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers.exe", "/papers.bib?sort=best"})
  void whatCannotBeExportedIsAProblem(String path) {
    int status = search.get(path).statusCode();
    assertTrue(status == 404 || status == 400, path + " " + status);
  }

  private String text(String path) {
    HttpResponse<String> answer = search.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }
}
