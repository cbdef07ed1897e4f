package io.paperflow.fetcher.sources.arxiv;

import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArxivOaiSourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T03:00:00Z");
  private static final String FIRST = "/oai?verb=ListRecords&metadataPrefix=arXiv&from=2026-03-04";

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void tokensOfBothFormsLeadToTheEnd() throws InterruptedException {
    web.on(FIRST, content(list("a%3Db%26skip%3D2", "2603.00001 2026-03-04")))
        .on(
            "resumptionToken=a%253Db%2526skip%253D2",
            content(list("726959|1001", "2603.00002 2026-03-05")))
        .on("resumptionToken=726959%7C1001", content(list("", "2603.00003 2026-03-06")));
    Reading reading = pass();
    assertEquals(Set.of("2603.00001", "2603.00002", "2603.00003"), reading.papers());
    assertEquals(
        List.of(
            "https://oaipmh.arxiv.org" + FIRST,
            "https://oaipmh.arxiv.org" + FIRST + "&page=1",
            "https://oaipmh.arxiv.org" + FIRST + "&page=2"),
        reading.documents().stream().map(Reading.Document::uri).toList());
  }

  @Test
  void nothingNewIsSuccess() throws InterruptedException {
    web.on(FIRST, content(error("noRecordsMatch")));
    Reading reading = Reading.of(source(), web, NOW);
    Cursor next = reading.pass(source().start(NOW, Optional.empty()));
    assertEquals(List.of(), reading.documents());
    assertEquals(List.of(), reading.troubles());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), next.day("begin"));
  }

  @Test
  void theWeekBeforeTheLastPassIsReadAgain() throws InterruptedException {
    web.on(FIRST, content(error("noRecordsMatch")));
    Cursor next = Reading.of(source(), web, NOW).pass(source().start(NOW, Optional.empty()));
    ScriptedWeb later = new ScriptedWeb();
    source().step(next, NOW.plusSeconds(20 * 86_400), later);
    assertEquals(List.of(FIRST), later.paths());
  }

  @Test
  void aDeadTokenBeginsAgainFromTheDayThatWasReached() throws InterruptedException {
    String later = FIRST.replace("03-04", "03-05");
    web.on(FIRST, content(list("t1", "2603.00001 2026-03-04", "2603.00002 2026-03-05")))
        .on("resumptionToken=t1", content(error("badResumptionToken")))
        .on(later, content(list("", "2603.00002 2026-03-05", "2603.00003 2026-03-06")));
    assertEquals(Set.of("2603.00001", "2603.00002", "2603.00003"), pass().papers());
    assertEquals(later, web.paths().getLast());
  }

  @Test
  void aDeadTokenOfAnUnorderedListBeginsAgainFromTheStart() throws InterruptedException {
    web.on(
            FIRST,
            content(list("t1", "2603.00001 2026-03-06")),
            content(list("", "2603.00001 2026-03-06", "2603.00004 2026-03-04")))
        .on("resumptionToken=t1", content(list("t2", "2603.00002 2026-03-05")))
        .on("resumptionToken=t2", content(error("badResumptionToken")));
    assertTrue(pass().papers().contains("2603.00004"));
    assertEquals(FIRST, web.paths().getLast());
  }

  @Test
  void anEmptyPageOrTheSamePageIsAskedForAgain() throws InterruptedException {
    web.on(FIRST, content(list("t1", "2603.00001 2026-03-04")))
        .on(
            "resumptionToken=t1",
            content(list("t2")),
            content(list("t2", "2603.00001 2026-03-04")),
            content(list("t2", "2603.00002 2026-03-05")))
        .on("resumptionToken=t2", content(list("", "2603.00003 2026-03-06")));
    assertEquals(Set.of("2603.00001", "2603.00002", "2603.00003"), pass().papers());
  }

  @Test
  void whatIsCutOffOrNoAnswerIsPassingTrouble() throws InterruptedException {
    String whole = list("", "2603.00001 2026-03-04");
    for (String body :
        List.of(whole.substring(0, whole.length() / 2), "<html><body/></html>", "", "{}")) {
      ScriptedWeb other = new ScriptedWeb().on(FIRST, content(body));
      Step step = source().step(source().start(NOW, Optional.empty()), NOW, other);
      assertEquals(
          Trouble.Cause.TRANSIENT,
          assertInstanceOf(Step.Failed.class, step).trouble().cause(),
          body);
    }
  }

  @Test
  void entitiesOfADocumentTypeAreNotExpanded() throws InterruptedException {
    web.on(
        FIRST,
        content(
            "<!DOCTYPE OAI-PMH [<!ENTITY a \"b\">]>"
                + list("", "&a; 2026-03-04").replaceFirst("<\\?.*?\\?>", "")));
    assertInstanceOf(
        Step.Failed.class, source().step(source().start(NOW, Optional.empty()), NOW, web));
  }

  @Test
  void otherErrorsAreForAPersonToMend() throws InterruptedException {
    web.on(FIRST, content(error("badArgument")));
    Step step = source().step(source().start(NOW, Optional.empty()), NOW, web);
    Trouble trouble = assertInstanceOf(Step.Failed.class, step).trouble();
    assertEquals(Trouble.Cause.PERMANENT, trouble.cause());
    assertEquals("badArgument", trouble.code());
  }

  @Test
  void setsAreReadOneAfterTheOther() throws InterruptedException {
    ArxivOaiSource source =
        new ArxivOaiSource(
            ArxivOaiSource.RAW_NAME,
            "arXivRaw",
            URI.create("https://oaipmh.arxiv.org/oai"),
            List.of("cs:cs:LG", "stat"));
    String base = "/oai?verb=ListRecords&metadataPrefix=arXivRaw&set=";
    web.on(base + "cs%3Acs%3ALG&from=2026-03-04", content(list("t1", "2603.00001 2026-03-05")))
        .on("resumptionToken=t1", content(list("", "2603.00002 2026-03-06")))
        .on(base + "stat&from=2026-03-04", content(list("", "2603.00003 2026-03-04")));
    Reading reading = Reading.of(source, web, NOW);
    reading.pass(source.start(NOW, Optional.empty()));
    assertEquals(Set.of("2603.00001", "2603.00002", "2603.00003"), reading.papers());
  }

  @Test
  void aRangeIsBoundedAndEnds() throws InterruptedException {
    String range = FIRST + "&until=2026-03-06";
    web.on(range, content(list("", "2603.00001 2026-03-04")));
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().range(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 6)).orElseThrow());
    assertEquals(List.of(range), web.paths());
  }

  @Test
  void theTimeOfTheAnswerDoesNotMakeADocumentNew() throws InterruptedException {
    String said = list("t1", "2603.00001 2026-03-04");
    web.on(FIRST, content(said), content(said.replace("T02:35:00Z", "T04:35:00Z")))
        .on("resumptionToken=t1", content(list("", "2603.00002 2026-03-06")));
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().start(NOW, Optional.empty()));
    reading.pass(source().start(NOW, Optional.empty()));
    assertEquals(2, reading.documents().size());
  }

  @Test
  void theAuditListsHeadersAndWhatWasMissedIsReadByItsDay() throws InterruptedException {
    web.on(FIRST, content(list("", "2603.00001 2026-03-04")))
        .on(
            FIRST.replace("ListRecords", "ListIdentifiers"),
            content(list("", "2603.00001 2026-03-04", "2603.00009 2026-03-05")))
        .on(
            FIRST.replace("03-04", "03-05") + "&until=2026-03-05",
            content(list("", "2603.00009 2026-03-05")));
    Reading reading = pass();
    assertEquals(1, reading.audit());
    assertEquals(0, reading.audit());
    assertEquals(Set.of("2603.00001", "2603.00009"), reading.papers());
  }

  private Reading pass() throws InterruptedException {
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().start(NOW, Optional.empty()));
    return reading;
  }

  private static ArxivOaiSource source() {
    return new ArxivOaiSource(
        ArxivOaiSource.NAME, "arXiv", URI.create("https://oaipmh.arxiv.org/oai"), List.of());
  }

  /**
   * A list of records, each given by its identifier and day; without a token when that is empty.
   */
  private static String list(String token, String... records) {
    StringBuilder xml = new StringBuilder(envelope()).append("<ListRecords>");
    for (String record : records) {
      String[] parts = record.split(" ", -1);
      xml.append("<record><header><identifier>oai:arXiv.org:")
          .append(parts[0])
          .append("</identifier><datestamp>")
          .append(parts[1])
          .append("</datestamp></header><metadata><x><identifier>no</identifier>")
          .append("<datestamp>no</datestamp></x></metadata></record>");
    }
    if (!token.isEmpty()) {
      xml.append("<resumptionToken expires='2026-03-12T00:00:00Z'>")
          .append(token)
          .append("</resumptionToken>");
    }
    return xml.append("</ListRecords></OAI-PMH>").toString();
  }

  private static String error(String code) {
    return envelope() + "<error code='" + code + "'>Words.</error></OAI-PMH>";
  }

  private static String envelope() {
    return "<?xml version=\"1.0\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
        + "<responseDate>2026-03-11T02:35:00Z</responseDate>"
        + "<request verb=\"ListRecords\">https://oaipmh.arxiv.org/oai</request>";
  }
}
