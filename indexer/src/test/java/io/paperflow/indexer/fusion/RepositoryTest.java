package io.paperflow.indexer.fusion;

import static io.paperflow.indexer.fusion.Said.MONDAY;
import static io.paperflow.indexer.fusion.Said.TUESDAY;
import static io.paperflow.indexer.fusion.Said.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.AppearanceCause;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What facts change about the repositories of a paper. */
class RepositoryTest {

  private static final String ID = "arxiv:2401.12345";
  private static final String URL = "https://github.com/acme/Thing";
  private static final String OTHER = "https://github.com/acme/other";

  static RepositoryFact fact(String url, Instant at, boolean found) {
    return new RepositoryFact(
        url.substring("https://".length()).toLowerCase(Locale.ROOT),
        at,
        found,
        Optional.empty(),
        Optional.empty(),
        Optional.of(7),
        0,
        Optional.of("Java"),
        Optional.of("MIT"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RepositoryFact with(
      RepositoryFact fact, Optional<String> copy, Optional<String> verifiedBy) {
    return new RepositoryFact(
        fact.identity(),
        fact.checkedAt(),
        fact.found(),
        copy,
        fact.renamedTo(),
        fact.stars(),
        fact.starsPerWeek(),
        fact.language(),
        fact.license(),
        fact.topics(),
        fact.archived(),
        fact.pushedAt(),
        verifiedBy,
        verifiedBy);
  }

  private static PaperDocument paper(Link... links) {
    return PaperDocument.of(ID, Said.byArxiv(MONDAY, "A title", List.of(links)));
  }

  private static PaperDocument knowing(PaperDocument paper, RepositoryFact... facts) {
    return paper.merge(PaperDocument.of(ID, List.of(facts)));
  }

  private static Link said(String url, LinkRole role, LinkState state) {
    return link(url, LinkKind.CODE_REPO, role, state);
  }

  private static List<Repository> repositories(PaperDocument paper) {
    return paper.repositories(paper.content());
  }

  private static boolean hasCode(PaperDocument paper) {
    return PaperDocument.hasCode(repositories(paper));
  }

  private static Optional<AppearanceCause> cause(PaperDocument before, PaperDocument after) {
    return Appearance.of(before, after, TUESDAY).map(CodeAppeared::getCause);
  }

  @Test
  void aPromiseThatIsKeptIsCode() {
    PaperDocument promised = paper(said(URL, LinkRole.OWN, LinkState.PROMISED));
    PaperDocument missing = knowing(promised, fact(URL, MONDAY, false));
    PaperDocument kept = knowing(missing, fact(URL, TUESDAY, true));
    assertFalse(hasCode(promised));
    assertFalse(hasCode(missing));
    assertTrue(hasCode(kept));
    assertEquals(Optional.empty(), cause(promised, missing));
    assertEquals(Optional.of(AppearanceCause.PROMISE_KEPT), cause(missing, kept));
    assertEquals(Optional.empty(), cause(kept, knowing(kept, fact(URL, TUESDAY, true))));
  }

  @Test
  void whatIsGoneIsNoCodeUnlessThereIsACopy() {
    PaperDocument paper = paper(said(URL, LinkRole.OWN, LinkState.AVAILABLE));
    RepositoryFact gone = fact(URL, TUESDAY, false);
    assertTrue(hasCode(paper));
    assertFalse(hasCode(knowing(paper, gone)));
    assertEquals(Availability.GONE, repositories(knowing(paper, gone)).getFirst().availability());
    RepositoryFact copied = with(gone, Optional.of("https://archive.example/x"), Optional.empty());
    assertTrue(hasCode(knowing(paper, copied)));
  }

  @Test
  void aRepositoryThatNamesThePaperIsItsOwn() {
    PaperDocument paper =
        paper(
            said(OTHER, LinkRole.UNKNOWN, LinkState.AVAILABLE),
            said(URL, LinkRole.UNKNOWN, LinkState.AVAILABLE));
    RepositoryFact verified =
        with(fact(URL, TUESDAY, true), Optional.empty(), Optional.of("readme"));
    Repository first = repositories(knowing(paper, verified)).getFirst();
    assertEquals(URL, first.url());
    assertEquals(LinkRole.OWN, first.role());
    assertTrue(first.isVerified());
  }

  @Test
  void othersCodeStaysOthers() {
    PaperDocument paper = paper(said(URL, LinkRole.THIRD_PARTY, LinkState.AVAILABLE));
    RepositoryFact verified =
        with(fact(URL, TUESDAY, true), Optional.empty(), Optional.of("readme"));
    assertFalse(hasCode(knowing(paper, verified)));
  }

  @Test
  void aLaterStatementThatNamesCodeIsTold() {
    PaperDocument without = PaperDocument.of(ID, Said.byDailyPapers(MONDAY, 3, List.of()));
    Link named =
        link(
            URL,
            LinkKind.CODE_REPO,
            LinkRole.OWN,
            LinkState.AVAILABLE,
            Said.in("arxiv", "comments", URL));
    PaperDocument with = without.merge(paper(named));
    CodeAppeared event = Appearance.of(without, with, TUESDAY).orElseThrow();
    assertEquals(AppearanceCause.STATEMENT, event.getCause());
    assertEquals(Optional.of("arxiv"), event.getSource());
    assertEquals(URL, event.getRepository());
    assertEquals(ID, event.getPaperKey());
  }

  @Test
  void ofTwoFactsTheNewerCounts() {
    PaperDocument paper = paper(said(URL, LinkRole.OWN, LinkState.AVAILABLE));
    PaperDocument newer = knowing(paper, fact(URL, TUESDAY, true));
    assertEquals(newer, knowing(newer, fact(URL, MONDAY, false)));
    assertEquals(
        newer, knowing(knowing(paper, fact(URL, MONDAY, false)), fact(URL, TUESDAY, true)));
  }

  @Test
  void modelsAreShownWithWhatIsKnown() {
    String model = "https://huggingface.co/acme/thing";
    PaperDocument paper =
        paper(link(model, LinkKind.MODEL_OR_DATASET, LinkRole.OWN, LinkState.AVAILABLE));
    assertEquals(List.of(), paper.models(paper.content()));
    PaperDocument known = knowing(paper, fact(model, MONDAY, true));
    assertEquals(model, known.models(known.content()).getFirst().url());
    assertEquals(List.of("huggingface.co/acme/thing"), known.addresses());
  }
}
