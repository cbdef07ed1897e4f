package io.paperflow.search;

import static io.paperflow.search.RunningSearch.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SearchExtension.class)
class PagesTest {

  private final RunningSearch search;

  PagesTest(RunningSearch search) {
    this.search = search;
  }

  @Test
  void theFirstPageHasASearchBoxAndTheNewestPapers() {
    Document page = page("/");
    assertEquals(1, page.select("form[action=/search] input[name=q]").size());
    assertEquals(
        "Lantern: Small Models That Say What They Do Not Know", page.expectFirst("h3").text());
    assertTrue(page.select("a[href=/search]").text().contains("33 papers"));
  }

  @Test
  void hitsShowWhereTheWordsStandAndTheCode() {
    Document page = page("/search?q=river");
    assertEquals("1 paper", page.select("h1").text());
    assertEquals("river", page.select("input[name=q]").val());
    Element hit = page.expectFirst("article");
    assertEquals("/papers/arxiv:2611.09871", hit.select("h3 a").attr("href"));
    assertEquals("River", hit.select("h3 mark").text());
    assertFalse(hit.select(".snippet mark").isEmpty());
    Element code = hit.expectFirst(".code");
    assertEquals("Code delta-lab/river-attention ★ 1.8k Python Apache-2.0", code.text());
    assertEquals("https://github.com/delta-lab/river-attention", code.select("a").attr("href"));
    assertTrue(hit.select(".meta").text().contains("17 Nov 2026"));
    assertTrue(hit.select(".meta").text().contains("arXiv, HF Daily Papers"));
  }

  @Test
  void aConditionThatCannotBeReadIsNamed() {
    assertTrue(
        page("/search?q=date:2026-13+river").select(".notice").text().startsWith("date:2026-13"));
    assertTrue(page("/search?q=stars:many").select(".notice").text().startsWith("stars:many"));
    assertEquals("", page("/search?q=date:2026-11+river").select(".notice").text());
  }

  @Test
  void announcedCodeIsToldFromCode() {
    assertEquals(
        "Announced tidepool-bench/tidepool", page("/search?q=tidepool").select(".code").text());
    assertEquals(
        "Code cryosphere/models/glacier-gnn ★ 58 Julia ✓ verified",
        page("/search?q=glacier").select(".code").text(),
        "without what it merely builds on");
  }

  @Test
  void facetsLeadToNarrowerSearchesAndBack() {
    Document page = page("/search?q=attention");
    Element year = page.expectFirst("#facets a:contains(2024)");
    assertEquals("2024 2", year.text());
    Document narrowed = page(year.attr("href"));
    assertEquals("2 papers", narrowed.select("h1").text());
    Element filter = narrowed.expectFirst(".filters a");
    assertEquals("2024 ×", filter.text());
    assertEquals("3 papers", page(filter.attr("href")).select("h1").text());
  }

  @Test
  void thePagesOfASearchHaveEveryPaperOnce() {
    List<String> seen = new ArrayList<>();
    String next = "/search?size=7";
    while (!next.isEmpty()) {
      Document page = page(next);
      seen.addAll(page.select("h3 a").eachAttr("href"));
      next = page.select("a.next").attr("href");
    }
    assertEquals(search.corpus().size(), seen.size());
    assertEquals(seen.size(), new HashSet<>(seen).size());
  }

  @Test
  void whenNothingFitsThePageSaysSo() {
    assertTrue(page("/search?q=grahp").text().contains("These have similar ones"));
    assertTrue(page("/search?q=graph+unicorns").text().contains("These come closest"));
    assertTrue(page("/search?q=zzzzzzzz").text().contains("Nothing found"));
  }

  @Test
  void aPaperIsShownWithItsAbstractsLinks() {
    Document page = page("/papers/arxiv:2611.09871");
    assertEquals(
        "River Attention: Linear-Time Transformers for Documents of a Million Tokens",
        page.select("h1").text());
    assertEquals("Maren Oduya", page.expectFirst(".authors li span").text());
    assertEquals("Delta Lab", page.expectFirst(".affiliation").text());
    Element link = page.expectFirst(".abstract a");
    assertEquals("https://github.com/delta-lab/river-attention", link.attr("href"));
    assertEquals("noopener nofollow", link.attr("rel"));
    assertEquals(3, page.select(".links li").size());
    assertEquals(
        "Project page delta-lab.github.io/river by the authors confidence 0.90 found in projectPage"
            + " (HF Daily Papers)",
        page.select(".links li").get(2).text());
    assertEquals(
        "https://arxiv.org/abs/2611.09871", page.select("a:contains(arXiv:)").attr("href"));
    assertTrue(page.select("aside").text().contains("▲ 96 upvotes 7 comments"));
  }

  @Test
  void everyPaperHasAPageAndEveryPageOnlyHarmlessLinks() {
    for (JsonNode paper : search.corpus()) {
      for (Document page :
          List.of(
              page("/papers/" + paper.get("id").asText()),
              page("/search?q=" + encode(paper.get("title").asText())))) {
        assertHarmless(page);
        assertTrue(
            page.text().contains(paper.get("title").asText().replaceAll("\\s+", " ")),
            page.location());
      }
    }
  }

  @Test
  void whatIsTypedComesBackAsText() {
    String typed = "\"><script>alert(1)</script><a href='javascript:x'>";
    Document page = page("/search?q=" + encode(typed));
    assertEquals(typed, page.select("input[name=q]").val());
    assertHarmless(page);
  }

  @Test
  void addressesThatAreNotOfTheWebAreShownButNotLinked() {
    Document page = page("/papers/arxiv:2107.07070");
    assertEquals(List.of("https://good.example/page"), page.select(".abstract a").eachAttr("href"));
    assertTrue(page.select(".links").text().contains("javascript:alert(document.cookie)"));
    assertTrue(page.select("aside").text().contains("javascript:alert(4)"));
  }

  @Test
  void pagesAreReadableForEveryone() {
    for (String path :
        List.of("/", "/search?q=graph", "/papers/arxiv:2611.09871", "/papers/none")) {
      Document page = Jsoup.parse(search.get(path).body());
      assertEquals("en", page.select("html").attr("lang"));
      assertFalse(page.title().isBlank());
      assertEquals(1, page.select("h1").size(), path);
      assertEquals(1, page.select("main").size(), path);
      assertEquals(1, page.select("label[for=q]").size(), path);
      assertEquals(page.select("img").size(), page.select("img[alt]").size(), path);
      assertEquals(
          page.select("[id]").size(), Set.copyOf(page.select("[id]").eachAttr("id")).size());
    }
  }

  @Test
  void headingsLeaveOutNoLevel() {
    List.of(
            "/",
            "/search?q=river",
            "/daily/2026-11",
            "/sources",
            "/api",
            "/papers/arxiv:2611.09871")
        .forEach(
            address -> {
              int above = 0;
              for (Element heading : page(address).select("h1, h2, h3, h4, h5, h6")) {
                int level = heading.tagName().charAt(1) - '0';
                assertTrue(level <= above + 1, () -> address + ": " + heading);
                above = level;
              }
              assertTrue(above > 0, address);
            });
  }

  @Test
  void aPaperLeadsToSimilarOnes() {
    List<String> similar = page("/papers/arxiv:2506.01234").select(".similar a").eachAttr("href");
    assertTrue(similar.contains("/papers/arxiv:2203.04321"), similar.toString());
  }

  @Test
  void stylesAndIconsComeFromHere() {
    for (String path :
        page("/").select("link[href]:not([rel=alternate]), img[src], script").stream()
            .map(element -> element.attr("href") + element.attr("src"))
            .toList()) {
      assertTrue(path.startsWith("/assets/"), path);
      assertEquals(200, search.get(path).statusCode());
    }
  }

  private static void assertHarmless(Document page) {
    assertTrue(
        page.select(
                "script:not([src=/assets/suggest.js]), iframe, object, embed, style, base,"
                    + " meta[http-equiv]")
            .isEmpty());
    assertTrue(page.select("script").stream().allMatch(script -> script.data().isEmpty()));
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(a -> assertFalse(a.getKey().startsWith("on"), element.toString()));
    }
    for (Element link : page.select("a[href], img[src], form[action], link[href]")) {
      String address = link.attr("href") + link.attr("src") + link.attr("action");
      assertTrue(address.matches("(?s)(https?:/)?/.*|#facets"), address);
      if (address.startsWith("http")) {
        assertEquals("noopener nofollow", link.attr("rel"), address);
      }
    }
  }

  private Document page(String path) {
    var answer = search.get(path);
    assertEquals(200, answer.statusCode(), path);
    return Jsoup.parse(answer.body(), path);
  }
}
