package io.paperflow.enricher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.enricher.links.FoundLink;
import io.paperflow.enricher.links.LinkFinder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageLinksTest {

  private final PageLinks links = new PageLinks(LinkFinder.standard());

  private Optional<String> code(String body) {
    return links
        .code("<html><body>" + body + "</body></html>", "https://lab.example/paper/")
        .map(FoundLink::url);
  }

  @Test
  void aButtonThatSaysCodeLeadsToThePapersCode() {
    assertEquals(
        Optional.of("https://github.com/ada/engine"),
        code(
            """
            <div><a href="https://arxiv.org/abs/2602.00001"><span>Paper</span></a>
            <a href="https://github.com/ada/engine"><i class="icon"></i><span>Code</span></a>
            <a href="https://huggingface.co/datasets/ada/cards"><span>Data</span></a></div>
            """));
  }

  @Test
  void aSentenceThatOffersTheCodeIsAsGood() {
    assertEquals(
        Optional.of("https://github.com/ada/engine"),
        code("<p>Our code is available <a href='https://github.com/ada/engine'>here</a>.</p>"));
    assertEquals(
        Optional.of("https://gitlab.com/ada/engine"),
        code("<p>We release our code at https://gitlab.com/ada/engine for everybody.</p>"));
  }

  @Test
  void theTemplateOfThePageIsNotThePapersCode() {
    assertEquals(
        Optional.of("https://github.com/ada/engine"),
        code(
            """
            <p><a href="https://github.com/ada/engine">Code</a></p>
            <footer><p>The source code of this page is adapted from
            <a href="https://github.com/web/template">this repository</a>.</p></footer>
            """));
    assertEquals(
        Optional.empty(),
        code(
            "<p>This website is built on <a href='https://github.com/web/template'>the code of"
                + " a template</a>.</p>"));
  }

  @Test
  void aPageThatOffersSeveralOffersNone() {
    assertEquals(
        Optional.empty(),
        code(
            """
            <ul><li><a href="https://github.com/ada/engine">Code</a></li>
            <li><a href="https://github.com/ada/loom">Code</a></li></ul>
            """));
  }

  @Test
  void theSameRepositoryTwiceIsOne() {
    assertEquals(
        Optional.of("https://github.com/ada/engine"),
        code(
            """
            <a href="https://github.com/ada/engine">Code</a>
            <p>See the <a href="https://github.com/Ada/Engine/tree/main/docs">GitHub repository</a></p>
            """));
  }

  @Test
  void aLinkWithoutAWordOfCodeIsNoOffer() {
    assertEquals(
        Optional.empty(), code("<p><a href='https://github.com/ada/engine'>Ada Lovelace</a></p>"));
    assertEquals(Optional.empty(), code("<p>No link at all</p>"));
    assertEquals(Optional.empty(), code("<script>'https://github.com/ada/engine code'</script>"));
  }
}
