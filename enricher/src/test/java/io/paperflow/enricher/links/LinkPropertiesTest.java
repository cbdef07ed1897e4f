package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
final class LinkPropertiesTest {

  private static final LinkFinder FINDER = LinkFinder.standard();

  @Property
  void aCleanAddressInProseIsFoundWhereItStands(
      @ForAll("prose") String before,
      @ForAll("repositories") String address,
      @ForAll("prose") String after) {
    String text = before + ". Code at " + address + ". " + after;
    List<FoundLink> found = FINDER.find("abstract", text);
    assertEquals(1, found.size(), () -> text + " -> " + found);
    FoundLink link = found.getFirst();
    assertEquals(text.indexOf("http"), link.start());
    assertEquals(address, link.raw());
    assertEquals(address, link.url());
    assertEquals(LinkKind.CODE_REPO, link.kind());
  }

  @Property
  void aCanonicalAddressIsItsOwnCanonicalForm(@ForAll("addresses") String address) {
    for (FoundLink link : FINDER.find("abstract", address)) {
      List<FoundLink> again = FINDER.find("abstract", link.url());
      assertEquals(List.of(link.url()), again.stream().map(FoundLink::url).toList());
      assertEquals(link.kind(), again.getFirst().kind());
    }
  }

  @Property
  void anyTextIsReadAndEverySpanHoldsItsRawText(@ForAll String text) {
    checkSpans(text);
  }

  @Property
  void anyTextLikeAnAddressIsReadAndEverySpanHoldsItsRawText(@ForAll("debris") String text) {
    checkSpans(text);
  }

  private static void checkSpans(String text) {
    int end = 0;
    for (FoundLink link : FINDER.find("abstract", text)) {
      assertTrue(link.start() >= end, "mentions overlap or are out of order");
      assertEquals(text.substring(link.start(), link.end()), link.raw());
      assertTrue(link.confidence() > 0 && link.confidence() <= 1);
      end = link.end();
    }
  }

  @Provide
  Arbitrary<String> prose() {
    return Arbitraries.of(
            "we", "show", "foxes", "and", "Dens", "(see", "left)", "50%", "$x^2$", "\n")
        .list()
        .ofMaxSize(20)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> repositories() {
    Arbitrary<String> host =
        Arbitraries.of(
            "github.com", "gitlab.com", "gitee.com", "codeberg.org", "gitlab.fox-uni.de");
    Arbitrary<String> start = Arbitraries.strings().alpha().ofLength(2);
    Arbitrary<String> rest =
        Arbitraries.strings().withCharRange('a', 'z').withChars("0123456789-_").ofMaxLength(20);
    return Combinators.combine(host, start, rest, rest)
        .as((h, s, owner, name) -> "https://" + h + "/q" + s + owner + "9/r" + s + name + "8");
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> host =
        Arbitraries.of(
            "github.com",
            "gitlab.com",
            "huggingface.co",
            "hf.co",
            "modelscope.cn",
            "zenodo.org",
            "doi.org",
            "fox.github.io",
            "Fox-Example.org",
            "git.sr.ht",
            "youtu.be",
            "54.1.2.3");
    Arbitrary<String> part =
        Arbitraries.of(
            "ada",
            "fox",
            "~ada",
            "tree",
            "-",
            "datasets",
            "models",
            "b.js",
            "a_b",
            "x.git",
            "10.1",
            "?a=b",
            "#c",
            "c.We",
            "records",
            "orgs",
            "");
    return Combinators.combine(
            Arbitraries.of("http://", "https://", ""), host, part.list().ofMaxSize(6))
        .as((scheme, name, parts) -> scheme + name + "/" + String.join("/", parts));
  }

  @Provide
  Arbitrary<String> debris() {
    return Arbitraries.of(
            "http",
            "https",
            ":",
            "//",
            "/",
            ".",
            " ",
            "\n",
            "github",
            "com",
            "github.com",
            "git@",
            "\\href{",
            "\\url{",
            "}{",
            "}",
            "{",
            "\\_",
            "a",
            "B",
            "fox-den",
            "-",
            "_",
            "?",
            "#",
            "(",
            ")",
            "GitHub",
            "doi.org/10.",
            "huggingface.co",
            "://",
            "\uD83E\uDD8A",
            "\u00ad",
            "&amp;")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
