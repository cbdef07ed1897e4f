package io.paperflow.notifier.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.TestPapers;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class DigestTest {

  private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");

  private static final Paper PAPER =
      TestPapers.of(
          """
          {'id':'arxiv:2611.01234','arxivId':'2611.01234','title':'Rivers',
           'abstract':'We fold rivers. They fold back. %s',
           'authors':[{'name':'Ada Quill'}],'published':'2026-11-18T17:00:00Z',
           'repositories':[{'url':'https://github.com/quill/riverfold','owner':'quill','name':'riverfold',
             'role':'own','state':'available','stars':1200,'license':'MIT'}]}
          """
              .formatted("And so on and so forth. ".repeat(20)));

  private static final Paper HOSTILE =
      TestPapers.of(
          "arxiv:2611.00666",
          "<script>alert(1)</script>\\r\\nBcc: all@example.org",
          "</p><img src=x onerror=alert(1)>");

  @Test
  void aLetterHasAllThatIsToBeKnownOfAPaper() {
    Digest digest = digest(Map.of("p", PAPER), item("p", FollowedEvent.NEW));
    Document html = Jsoup.parse(html(digest));
    String text = DigestText.of(digest);

    assertEquals("Rivers", digest.title());
    for (String part :
        List.of(
            "Rivers",
            "Ada Quill",
            "18 Nov 2026",
            "found by mine",
            "We fold rivers.",
            "1.2k",
            "MIT")) {
      assertTrue(html.text().contains(part), part);
      assertTrue(text.contains(part), part);
    }
    for (String address :
        List.of(
            "https://papers.example.org/papers/arxiv:2611.01234",
            "https://arxiv.org/abs/2611.01234",
            "https://arxiv.org/pdf/2611.01234",
            "https://github.com/quill/riverfold",
            "https://papers.example.org/follow/s/secret")) {
      assertFalse(html.select("a[href=" + address + "]").isEmpty(), address);
      assertTrue(text.contains(address), address);
    }
    assertTrue(digest.sections().getFirst().papers().getFirst().lead().endsWith("forth."));
  }

  @Test
  void aLetterAsksNobodyForAnything() {
    Document html = Jsoup.parse(html(digest(Map.of("p", PAPER), item("p", FollowedEvent.NEW))));

    assertEquals(0, html.select("img, script, link, iframe, form, object, video").size());
    assertFalse(html.html().contains("url("));
  }

  @Test
  void whatASourceWritesStaysText() {
    Digest digest = digest(Map.of("p", HOSTILE), item("p", FollowedEvent.NEW));
    Document html = Jsoup.parse(html(digest));

    assertEquals(0, html.select("script, img").size());
    assertEquals("<script>alert(1)</script> Bcc: all@example.org", digest.title());
    assertTrue(DigestText.of(digest).lines().noneMatch(line -> line.startsWith("Bcc:")));
  }

  @Test
  void sectionsAreInTheirOrderAndNoneIsEmpty() {
    Digest digest =
        digest(
            Map.of("p", PAPER, "q", HOSTILE),
            item("p", FollowedEvent.TRENDING),
            item("q", FollowedEvent.CODE),
            item("gone", FollowedEvent.NEW));

    assertEquals(
        List.of("Code has appeared", "Trending"),
        digest.sections().stream().map(DigestSection::heading).toList());
    assertEquals(2, digest.size());
    assertTrue(digest(Map.of(), item("gone", FollowedEvent.NEW)).isEmpty());
  }

  private static Digest digest(Map<String, Paper> papers, DeliveredPaper... items) {
    return new Composer("https://papers.example.org")
        .of(
            List.of(items),
            papers,
            Map.of("p", "+38 votes"),
            DAY,
            Optional.of("https://papers.example.org/follow/s/secret"));
  }

  private static DeliveredPaper item(String paper, FollowedEvent event) {
    return DeliveredPaper.newBuilder()
        .setPaperKey(paper)
        .setEvent(event)
        .setSearches(List.of("mine"))
        .build();
  }

  private static String html(Digest digest) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("views/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return new DigestHtml(engine).of(digest);
  }
}
