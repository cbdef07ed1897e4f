package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.DeclaredLink;
import io.paperflow.schemas.Evidence;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import io.paperflow.schemas.PaperRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PaperLinksTest {

  private static final String FOX = "https://github.com/ada/fox";

  private final LinkFinder finder = LinkFinder.standard();

  @BeforeAll
  static void trustTheGeneratedRecords() {
    // Avro builds no record of a class it was not told to trust, which the codec does.
    assertEquals("io.paperflow.schemas.PaperRecord", AvroCodec.of(PaperRecord.class).schemaName());
  }

  @Test
  void gathersTheEvidenceOfOneAddressFromEveryField() {
    PaperRecord paper =
        paper("Fox: https://github.com/Ada/Fox")
            .setAbstract$("Code: github.com/ada/fox.")
            .setComments("Code will be at https://github.com/ada/fox/tree/main/run")
            .build();

    List<Link> links = finder.find(paper);

    assertEquals(1, links.size());
    Link link = links.getFirst();
    assertEquals(FOX, link.getUrl());
    assertEquals("tree/main/run", link.getSubPath().orElseThrow());
    assertEquals(LinkState.AVAILABLE, link.getState());
    assertEquals(
        List.of("comments", "abstract", "title"),
        link.getEvidence().stream().map(Evidence::getField).toList());
    assertTrue(link.getEvidence().stream().allMatch(e -> e.getSource().equals("arxiv")));
    Evidence inAbstract = link.getEvidence().get(1);
    assertEquals("github.com/ada/fox", inAbstract.getRaw());
    assertEquals("host+scheme", inAbstract.getRule());
    assertEquals(6, inAbstract.getStart());
    assertEquals(24, inAbstract.getEnd());
  }

  @Test
  void putsTheAuthorsOwnAvailableCodeFirst() {
    PaperRecord paper =
        paper("A fox")
            .setAbstract$(
                "We build on https://github.com/bob/base. Code will be at"
                    + " https://github.com/ada/later. Project page: https://fox.github.io."
                    + " Our code is at https://github.com/ada/fox.")
            .build();

    assertEquals(
        List.of(
            FOX,
            "https://fox.github.io",
            "https://github.com/ada/later",
            "https://github.com/bob/base"),
        finder.find(paper).stream().map(Link::getUrl).toList());
  }

  @Test
  void trustsWhatPeopleDeclaredMostAndCommentsMoreThanAbstracts() {
    PaperRecord paper =
        paper("A fox")
            .setAbstract$("Code: https://github.com/ada/three")
            .setComments("Code: https://github.com/ada/two")
            .setDeclaredLinks(List.of(declared("githubRepo", "https://github.com/ada/one", "user")))
            .build();

    assertEquals(
        List.of(
            "https://github.com/ada/one",
            "https://github.com/ada/two",
            "https://github.com/ada/three"),
        finder.find(paper).stream().map(Link::getUrl).toList());
  }

  @Test
  void readsDeclaredLinksAsAddressesOrOwnerAndName() {
    PaperRecord paper =
        paper("A fox")
            .setDeclaredLinks(
                List.of(
                    declared("githubRepo", "ada/fox"),
                    declared("projectPage", " https://Fox-Example.org/Den/. ", "admin")))
            .build();

    List<Link> links = finder.find(paper);

    assertEquals(
        List.of(FOX, "https://fox-example.org/Den"), links.stream().map(Link::getUrl).toList());
    assertEquals(
        List.of(LinkKind.CODE_REPO, LinkKind.PROJECT_PAGE),
        links.stream().map(Link::getKind).toList());
    assertTrue(links.stream().allMatch(link -> link.getRole() == LinkRole.OWN));
    Evidence page = links.get(1).getEvidence().getFirst();
    assertEquals("projectPage", page.getField());
    assertEquals("https://Fox-Example.org/Den/", page.getRaw());
    assertEquals(1, page.getStart());
    assertEquals("declared", page.getRule());
  }

  @Test
  void trustsLinksThatAMachineAddedLeast() {
    PaperRecord paper =
        paper("A fox")
            .setAbstract$("Code will be at https://github.com/ada/fox")
            .setDeclaredLinks(
                List.of(declared("githubRepo", "https://github.com/bob/guess", "auto")))
            .build();

    List<Link> links = finder.find(paper);

    assertEquals(FOX, links.getFirst().getUrl());
    assertEquals("https://github.com/bob/guess", links.getLast().getUrl());
    assertEquals(LinkRole.UNKNOWN, links.getLast().getRole());
    assertEquals("declared-auto", links.getLast().getEvidence().getFirst().getRule());
  }

  @Test
  void readsHubRepositoriesThatNameThePaperAndCallsNoneItsOwn() {
    PaperRecord paper =
        paper("A fox")
            .setDeclaredLinks(
                List.of(
                    declared("models", "ada/fox-7b"),
                    declared("datasets", "ada/fox-bench"),
                    declared("spaces", "bob/fox-demo")))
            .build();
    List<Link> links = finder.find(paper);
    assertEquals(
        List.of(
            "https://huggingface.co/ada/fox-7b",
            "https://huggingface.co/datasets/ada/fox-bench",
            "https://huggingface.co/spaces/bob/fox-demo"),
        links.stream().map(Link::getUrl).toList());
    for (Link link : links) {
      assertEquals(LinkKind.MODEL_OR_DATASET, link.getKind());
      assertEquals(LinkRole.UNKNOWN, link.getRole());
    }
  }

  @Test
  void aRepositoryIsThePapersOwnWhenTheSourceCallsItOfficial() {
    PaperRecord paper =
        paper("A fox")
            .setDeclaredLinks(
                List.of(
                    official("https://github.com/ada/fox", true),
                    official("https://github.com/bob/fox-in-other-words", false)))
            .build();
    assertEquals(
        List.of(LinkRole.OWN, LinkRole.UNKNOWN),
        finder.find(paper).stream().map(Link::getRole).toList());
  }

  @Test
  void passesOverDeclaredValuesThatNameNothing() {
    PaperRecord paper =
        paper("A fox")
            .setDeclaredLinks(
                List.of(
                    declared("githubRepo", "https://github.com/"),
                    declared("githubRepo", "not an address"),
                    declared("projectPage", "ada/fox"),
                    declared("projectPage", "")))
            .build();

    assertEquals(List.of(), finder.find(paper));
  }

  private static PaperRecord.Builder paper(String title) {
    return PaperRecord.newBuilder()
        .setPaperKey("arxiv:2401.00001")
        .setSource("arxiv")
        .setTitle(title)
        .setSourceTime(Instant.EPOCH)
        .setFetchedAt(Instant.EPOCH)
        .setRawUri("https://fox.example.org/feed")
        .setRawSha256("00");
  }

  private static DeclaredLink declared(String field, String value) {
    return DeclaredLink.newBuilder().setField(field).setValue(value).build();
  }

  private static DeclaredLink official(String value, boolean official) {
    return DeclaredLink.newBuilder()
        .setField("repo_url")
        .setValue(value)
        .setOfficial(official)
        .build();
  }

  private static DeclaredLink declared(String field, String value, String addedBy) {
    return DeclaredLink.newBuilder().setField(field).setValue(value).setAddedBy(addedBy).build();
  }
}
