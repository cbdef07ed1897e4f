package io.paperflow.catalogue.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.catalogue.paper.LinkedText.Segment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkedTextTest {

  private static final String TEXT = "Code: github.com/a/b, data: https://zenodo.example/1.";
  private static final Link CODE = link("https://github.com/a/b", "abstract", 6, "github.com/a/b");
  private static final Link DATA =
      link("https://zenodo.example/1", "abstract", 28, "https://zenodo.example/1");

  @Test
  void linksLeadToTheirCanonicalAddressesWhereTheyWereFound() {
    assertEquals(
        List.of(
            plain("Code: "),
            linked("github.com/a/b", "https://github.com/a/b"),
            plain(", data: "),
            linked("https://zenodo.example/1", "https://zenodo.example/1"),
            plain(".")),
        LinkedText.of("abstract", TEXT, List.of(DATA, CODE)).segments());
  }

  @Test
  void evidenceOfAnotherFieldOrOfATextThatChangedIsNotShown() {
    Link comment = link("https://github.com/a/b", "comments", 6, "github.com/a/b");
    Link gone = link("https://github.com/x/y", "abstract", 6, "github.com/x/y");
    assertEquals(List.of(plain(TEXT)), segments(comment, gone));
  }

  @Test
  void evidenceFromAnotherSourcesVersionOfTheTextIsFoundByItsWords() {
    assertEquals(
        Optional.of("https://github.com/a/b"),
        segments(link("https://github.com/a/b", "abstract", 4_000, "github.com/a/b"))
            .get(1)
            .address());
    assertEquals(
        2 + 1, segments(link("https://github.com/a/b", "abstract", -7, "github.com/a/b")).size());
  }

  @Test
  void ofOverlappingLinksTheFirstIsShown() {
    Link inner = link("https://b.example/", "abstract", 13, "com/a/b, data");
    List<Segment> segments = segments(CODE, inner);
    assertEquals(1, segments.stream().filter(s -> s.address().isPresent()).count());
    assertEquals(TEXT, segments.stream().map(Segment::text).collect(Collectors.joining()));
  }

  @Test
  void whatIsNoAddressOfTheWebStaysText() {
    assertEquals(
        List.of(plain(TEXT)),
        segments(link("javascript:alert(1)", "abstract", 6, "github.com/a/b")));
  }

  private static List<Segment> segments(Link... links) {
    return LinkedText.of("abstract", TEXT, List.of(links)).segments();
  }

  private static Segment plain(String text) {
    return new Segment(text, Optional.empty());
  }

  private static Segment linked(String text, String address) {
    return new Segment(text, Optional.of(address));
  }

  private static Link link(String url, String field, int start, String raw) {
    Evidence evidence = new Evidence("arxiv", field, start, start + raw.length(), raw, "url");
    return new Link(url, "code_repo", "own", "available", 1, Optional.empty(), List.of(evidence));
  }
}
