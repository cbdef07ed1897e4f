package io.paperflow.fetcher.sources.biorxiv;

import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreprintSourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void pagesAreReadUntilTheTotalHasCome() throws InterruptedException {
    web.on(day("2026-03-09") + "0", content(page(0, "5", "a 1", "b 1")))
        .on(day("2026-03-09") + "2", content(page(2, "5", "c 1", "a 2")))
        .on(day("2026-03-09") + "4", content(page(4, "5", "d 1")));
    Reading reading = range(DAY, DAY);
    assertEquals(Set.of("av1", "bv1", "cv1", "av2", "dv1"), reading.papers());
    assertEquals(3, web.asked().size());
  }

  @Test
  void anEmptyPageBeforeTheTotalHasComeIsAskedForAgain() throws InterruptedException {
    web.on(day("2026-03-09") + "0", content(page(0, "2", "a 1")))
        .on(
            day("2026-03-09") + "1",
            content("{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}"),
            content(page(0, "2", "a 1")),
            content(page(1, "2", "b 1")));
    assertEquals(Set.of("av1", "bv1"), range(DAY, DAY).papers());
  }

  @Test
  void aDayWithoutPreprintsIsNoDocument() throws InterruptedException {
    web.on("/0", content("{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}"));
    Reading reading = range(DAY, DAY.plusDays(3));
    assertEquals(List.of(), reading.documents());
    assertEquals(4, web.asked().size());
  }

  @Test
  void theLastDaysAreReadInEachPassAndAWeekOnceADay() throws InterruptedException {
    web.on("/0", content(page(0, "1", "a 1")));
    PreprintSource source = source();
    Cursor cursor = Reading.of(source, web, NOW).pass(source.start(NOW, Optional.empty()));
    assertEquals(8, web.asked().size());
    cursor = Reading.of(source, web, NOW.plusSeconds(7_200)).pass(cursor);
    assertEquals(8 + 3, web.asked().size());
    Reading.of(source, web, NOW.plusSeconds(86_400)).pass(cursor);
    assertEquals(8 + 3 + 8, web.asked().size());
  }

  @Test
  void theTotalsDoNotMakeADocumentNew() throws InterruptedException {
    web.on(
        day("2026-03-09") + "0",
        content(page(0, "1", "a 1")),
        content(page(0, "1", "a 1").replace("\"ok\"", "\"fine\"")),
        content(page(0, "1", "a 2")));
    Reading reading = Reading.of(source(), web, NOW);
    for (int i = 0; i < 3; i++) {
      reading.pass(source().range(DAY, DAY).orElseThrow());
    }
    assertEquals(2, reading.documents().size());
  }

  @Test
  void theAuditFindsWhatCameLate() throws InterruptedException {
    String none = "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}";
    web.on(day("2026-03-09") + "0", content(none), content(page(0, "1", "a 1")))
        .on("/0", content(none));
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().start(NOW, Optional.empty()));
    assertEquals(1, reading.audit());
    assertEquals(Set.of("av1"), reading.papers());
  }

  @Test
  void whatIsNoAnswerIsPassingTrouble() throws InterruptedException {
    for (String body : List.of("", "<html/>", "{\"messages\":[{", "[]", "{\"messages\":[]}")) {
      ScriptedWeb other = new ScriptedWeb().on("/0", content(body));
      Step step = source().step(source().range(DAY, DAY).orElseThrow(), NOW, other);
      assertInstanceOf(Step.Failed.class, step, body);
    }
  }

  private Reading range(LocalDate from, LocalDate to) throws InterruptedException {
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().range(from, to).orElseThrow());
    return reading;
  }

  private static PreprintSource source() {
    return new PreprintSource("medrxiv", URI.create("https://api.biorxiv.org"));
  }

  private static String day(String day) {
    return "/details/medrxiv/" + day + "/" + day + "/";
  }

  private static String page(int cursor, String total, String... preprints) {
    String collection =
        Stream.of(preprints)
            .map(p -> p.split(" ", -1))
            .map(
                p ->
                    "{\"doi\":\"%s\",\"version\":\"%s\",\"date\":\"2026-03-09\"}"
                        .formatted(p[0], p[1]))
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"messages\":[{\"status\":\"ok\",\"cursor\":%d,\"count\":%d,\"total\":\"%s\"}],\"collection\":%s}"
        .formatted(cursor, preprints.length, total, collection);
  }
}
