package io.paperflow.indexer.fusion;

import static io.paperflow.indexer.fusion.Said.in;
import static io.paperflow.indexer.fusion.Said.link;
import static io.paperflow.indexer.fusion.Said.repository;
import static io.paperflow.schemas.LinkKind.CODE_REPO;
import static io.paperflow.schemas.LinkKind.PROJECT_PAGE;
import static io.paperflow.schemas.LinkRole.OWN;
import static io.paperflow.schemas.LinkRole.THIRD_PARTY;
import static io.paperflow.schemas.LinkRole.UNKNOWN;
import static io.paperflow.schemas.LinkState.AVAILABLE;
import static io.paperflow.schemas.LinkState.PROMISED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.schemas.LinkState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkFusionTest {

  private static final Evidence ABSTRACT = in("arxiv", "abstract", "github.com/acme/thing");
  private static final Evidence COMMENT = in("arxiv", "comments", "github.com/acme/thing");
  private static final Evidence DECLARED =
      in("huggingface-daily-papers", "githubRepo", "acme/Thing");
  private static final Evidence AUTOMATIC =
      new Evidence("huggingface-daily-papers", "githubRepo", 0, 9, "acme/copy", "declared-auto");

  @Test
  void oneRepositoryInTwoWritingsIsOneLinkWithAllItsEvidence() {
    List<Link> fused =
        LinkFusion.fuse(
            List.of(
                repository("https://github.com/acme/thing", ABSTRACT, COMMENT),
                repository("https://github.com/acme/Thing", DECLARED)));
    assertEquals(
        List.of(repository("https://github.com/acme/Thing", DECLARED, COMMENT, ABSTRACT)), fused);
  }

  @Test
  void theSameEvidenceTwiceStandsOnce() {
    Link link = repository("https://github.com/acme/thing", ABSTRACT);
    assertEquals(List.of(link), LinkFusion.fuse(List.of(link, link)));
  }

  @Test
  void pagesThatDifferInCaseAreDifferentPages() {
    List<Link> pages =
        List.of(
            link("https://acme.github.io/A", PROJECT_PAGE, OWN, AVAILABLE, ABSTRACT),
            link("https://acme.github.io/a", PROJECT_PAGE, OWN, AVAILABLE, ABSTRACT));
    assertEquals(pages, LinkFusion.fuse(pages));
  }

  @Test
  void aPageWithAndWithoutEncryptionIsOnePage() {
    Link secure = link("https://acme.org/a", PROJECT_PAGE, OWN, AVAILABLE, DECLARED);
    Link open = link("http://acme.org/a", PROJECT_PAGE, OWN, AVAILABLE, ABSTRACT);
    assertEquals(
        List.of(link("https://acme.org/a", PROJECT_PAGE, OWN, AVAILABLE, DECLARED, ABSTRACT)),
        LinkFusion.fuse(List.of(open, secure)));
  }

  @Test
  void theMostTrustedClaimDecidesWhereItKnows() {
    String url = "https://github.com/acme/thing";
    Link fused =
        LinkFusion.fuse(
                List.of(
                    link(url, CODE_REPO, OWN, PROMISED, ABSTRACT),
                    link(url, CODE_REPO, UNKNOWN, AVAILABLE, DECLARED)))
            .getFirst();
    assertEquals(OWN, fused.role());
    assertEquals(AVAILABLE, fused.state());
  }

  @Test
  void ownLinksStandBeforeOthersAndTheMostTrustedFirst() {
    Link thirdParty =
        link("https://github.com/other/base", CODE_REPO, THIRD_PARTY, AVAILABLE, DECLARED);
    Link unknown = link("https://github.com/who/knows", CODE_REPO, UNKNOWN, AVAILABLE, DECLARED);
    Link declared = repository("https://github.com/acme/declared", DECLARED);
    Link comment = repository("https://github.com/acme/comment", COMMENT);
    Link text = repository("https://github.com/acme/abstract", ABSTRACT);
    Link automatic = repository("https://github.com/acme/copy", AUTOMATIC);
    assertEquals(
        List.of(declared, comment, text, automatic, unknown, thirdParty),
        LinkFusion.fuse(List.of(thirdParty, unknown, automatic, text, comment, declared)));
  }

  @Test
  void whatIsThereStandsBeforeWhatIsPromised() {
    Link promised = link("https://github.com/acme/later", CODE_REPO, OWN, PROMISED, COMMENT);
    Link there = link("https://github.com/acme/now", CODE_REPO, OWN, AVAILABLE, ABSTRACT);
    assertEquals(List.of(there, promised), LinkFusion.fuse(List.of(promised, there)));
  }

  @Test
  void codeIsWhatIsAvailableAndNotAThirdPartys() {
    String url = "https://github.com/acme/thing";
    assertEquals(true, hasCode(link(url, CODE_REPO, OWN, AVAILABLE)));
    assertEquals(true, hasCode(link(url, CODE_REPO, UNKNOWN, AVAILABLE)));
    assertEquals(false, hasCode(link(url, CODE_REPO, THIRD_PARTY, AVAILABLE)));
    assertEquals(false, hasCode(link(url, CODE_REPO, OWN, PROMISED)));
    assertEquals(false, hasCode(link(url, CODE_REPO, OWN, LinkState.UNKNOWN)));
    assertEquals(false, hasCode(link(url, PROJECT_PAGE, OWN, AVAILABLE)));
  }

  @Test
  void aRepositoryIsHostOwnerAndName() {
    assertEquals(
        List.of(
            new Repository(
                "https://gitlab.com/group/sub/name",
                "gitlab.com",
                "group/sub",
                "name",
                OWN,
                Availability.AVAILABLE,
                Optional.empty())),
        repositories(repository("https://gitlab.com/group/sub/name")));
    assertEquals(List.of(), repositories(repository("https://github.com/acme")));
    assertEquals(List.of(), repositories(repository("https://github.com/acme/")));
    assertEquals(List.of(), repositories(repository("https://github.com")));
    assertEquals(List.of(), repositories(repository("git@github.com:acme/thing")));
  }

  private static List<Repository> repositories(Link link) {
    PaperDocument document =
        PaperDocument.of("id", Said.byArxiv(Said.MONDAY, "A title", List.of(link)));
    return document.repositories(document.content());
  }

  private static boolean hasCode(Link link) {
    return PaperDocument.hasCode(repositories(link));
  }
}
