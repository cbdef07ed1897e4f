package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.testkit.world.ArxivPaper;
import io.paperflow.testkit.world.ShownPaper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OaiPmhTest {

  private static final String LIST = "verb=ListRecords&metadataPrefix=";

  private final ApisFixture fixture;

  OaiPmhTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verb=ListRecords&metadataPrefix=arXiv",
        "verb=ListRecords&metadataPrefix=arXivRaw",
        "verb=ListRecords&metadataPrefix=oai_dc",
        "verb=ListIdentifiers&metadataPrefix=arXiv"
      })
  void followingTheTokensGivesEveryRecordOnce(String list) throws Exception {
    List<String> shown = shown(p -> !p.latest().batch().isBefore(LocalDate.of(2026, 2, 26)));
    assertTrue(shown.size() > 2 * PageSizes.small().oai());
    assertEquals(shown, walk(list + "&from=2026-02-26"));
  }

  @Test
  void setsAndUntilNarrowTheList() throws Exception {
    assertEquals(
        shown(
            p -> p.paper().isIn("cs.LG") && !p.latest().batch().isAfter(LocalDate.of(2026, 3, 1))),
        walk(LIST + "arXiv&set=cs:cs:LG&until=2026-03-01"));
    assertEquals(shown(p -> p.paper().isIn("hep-th")), walk(LIST + "arXiv&set=physics:hep-th"));
    assertEquals(shown(p -> p.paper().isIn("cs")), walk(LIST + "arXiv&set=cs"));
  }

  @Test
  void aTokenDiesAtMidnight() throws Exception {
    XmlDocument page = get(LIST + "arXiv");
    assertEquals("2026-03-04T00:00:00Z", page.attribute("resumptionToken", "expires"));
    String token = page.texts("resumptionToken").getFirst();
    assertFalse(get(resume(token)).texts("record").isEmpty());
    fixture.clock.set(Instant.parse("2026-03-04T00:00:00Z"));
    assertEquals("badResumptionToken", get(resume(token)).attribute("error", "code"));
  }

  @ParameterizedTest
  @CsvSource({
    "verb=ListRecords&metadataPrefix=arXiv&from=2026-03-04, noRecordsMatch",
    "verb=ListRecords&metadataPrefix=arXiv&set=quant-ph, noRecordsMatch",
    "verb=ListRecords&metadataPrefix=arXiv&from=yesterday, badArgument",
    "verb=ListRecords, badArgument",
    "verb=ListRecords&metadataPrefix=marc, cannotDisseminateFormat",
    "verb=ListRecords&resumptionToken=1, badResumptionToken",
    "verb=GetRecord&metadataPrefix=arXiv&identifier=oai:arXiv.org:9, idDoesNotExist",
    "verb=Dance, badVerb"
  })
  void errorsHaveTheCodesOfTheStandard(String query, String code) throws Exception {
    assertEquals(code, get(query).attribute("error", "code"));
  }

  @Test
  void aBatchIsThereTwoAndAHalfHoursAfterItsAnnouncementUnderTheDayBefore() throws Exception {
    fixture.clock.set(Instant.parse("2026-03-03T03:29:59Z"));
    assertTrue(walk(LIST + "arXiv&from=2026-03-02").isEmpty());
    fixture.clock.advance(Duration.ofSeconds(1));
    assertFalse(walk(LIST + "arXiv&from=2026-03-02").isEmpty());
  }

  @Test
  void withdrawalsShowAsSourceTypeI() throws Exception {
    ArxivPaper paper =
        fixture.world.arxiv().papers().stream()
            .filter(p -> p.versions().getLast().withdrawn())
            .findFirst()
            .orElseThrow();
    fixture.clock.set(paper.versions().getLast().harvestable());
    XmlDocument record =
        get("verb=GetRecord&metadataPrefix=arXivRaw&identifier=oai:arXiv.org:" + paper.id());
    assertEquals("I", record.texts("source_type").getLast());
  }

  private List<String> shown(Predicate<ShownPaper> which) {
    return fixture.world.arxiv().harvestable(fixture.clock.instant()).stream()
        .filter(which)
        .map(ShownPaper::id)
        .toList();
  }

  private List<String> walk(String query) throws Exception {
    List<String> ids = new ArrayList<>();
    List<String> tokens = List.of();
    String next = query;
    do {
      XmlDocument page = get(next);
      page.texts("identifier").forEach(id -> ids.add(id.replace("oai:arXiv.org:", "")));
      tokens = page.texts("resumptionToken");
      String verb = query.substring(0, query.indexOf('&'));
      next = tokens.isEmpty() ? "" : verb + "&resumptionToken=" + encoded(tokens.getFirst());
    } while (!tokens.isEmpty());
    return ids;
  }

  private static String resume(String token) {
    return "verb=ListRecords&resumptionToken=" + encoded(token);
  }

  private static String encoded(String token) {
    return token.replace("%", "%25");
  }

  private XmlDocument get(String query) throws Exception {
    return XmlDocument.parse(fixture.get(Api.ARXIV_OAI, "/oai?" + query).body());
  }
}
