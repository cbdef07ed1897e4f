package io.paperflow.fetcher.sources.huggingface;

import static io.paperflow.fetcher.sources.ScriptedWeb.broken;
import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static io.paperflow.fetcher.sources.ScriptedWeb.refused;
import static io.paperflow.fetcher.sources.ScriptedWeb.tooMany;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import io.paperflow.fetcher.sources.huggingface.DailyPlan.Also;
import io.paperflow.http.Answer;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DailyPapersSourceTest {

  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-03-11T10:00:00Z");

  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void pagesAreReadWhileALinkNamesTheNext() throws InterruptedException {
    web.on(list("2026-03-10", 0), content(entries("2603.00001"), next()))
        .on(list("2026-03-10", 1), content(entries("2603.00002"), next()))
        .on(list("2026-03-10", 2), content(entries("2603.00003")));
    Reading reading = range(TUESDAY, TUESDAY);
    assertEquals(Set.of("2603.00001", "2603.00002", "2603.00003"), reading.papers());
    assertEquals(3, reading.documents().size());
    assertEquals(3, web.asked().size());
  }

  @Test
  void aFullPageIsFollowedByAnotherEvenWithoutALink() throws InterruptedException {
    String[] hundred =
        IntStream.range(0, 100).mapToObj("2603.%05d"::formatted).toArray(String[]::new);
    web.on(list("2026-03-10", 0), content(entries(hundred)))
        .on(list("2026-03-10", 1), content("[]"));
    assertEquals(100, range(TUESDAY, TUESDAY).papers().size());
  }

  @Test
  void anEmptyPageWhereALinkLedIsAskedForAgain() throws InterruptedException {
    web.on(list("2026-03-10", 0), content(entries("2603.00001"), next()))
        .on(list("2026-03-10", 1), content("[]"), content("[]"), content(entries("2603.00002")));
    assertEquals(Set.of("2603.00001", "2603.00002"), range(TUESDAY, TUESDAY).papers());
  }

  @Test
  void aPageThatRepeatsTheOneBeforeIsAskedForAgain() throws InterruptedException {
    web.on(list("2026-03-10", 0), content(entries("2603.00001"), next()))
        .on(list("2026-03-10", 1), content(entries("2603.00001")), content(entries("2603.00002")));
    assertEquals(Set.of("2603.00001", "2603.00002"), range(TUESDAY, TUESDAY).papers());
  }

  @Test
  void anEmptyWeekendIsNoTroubleAndNoDocument() throws InterruptedException {
    LocalDate sunday = LocalDate.of(2026, 3, 8);
    web.on(list("2026-03-08", 0), content("[]"));
    Reading reading = range(sunday, sunday);
    assertEquals(List.of(), reading.documents());
    assertEquals(List.of(), reading.troubles());
    assertEquals(1, web.asked().size());
  }

  @Test
  void aDayThatIsNotOpenYetIsNothingToRead() throws InterruptedException {
    web.on(list("2026-03-11", 0), refused(400, "{\"error\":\"Invalid date\"}"));
    Reading reading = range(TUESDAY.plusDays(1), TUESDAY.plusDays(1));
    assertEquals(List.of(), reading.troubles());
    assertEquals(1, web.asked().size());
  }

  @Test
  void thePageIsReadWhenTheApiFails() throws InterruptedException {
    web.on(list("2026-03-10", 0), broken(500))
        .on("/papers/date/2026-03-10", content(page("2603.00007")));
    Reading reading = range(TUESDAY, TUESDAY);
    assertEquals(Set.of("2603.00007"), reading.papers());
    assertTrue(reading.documents().getFirst().text().startsWith("<!doctype html>"));
    assertEquals(Request.Kind.PAGE, web.asked().getLast().kind());
  }

  @Test
  void whatIsNoListIsAFailureOfTheApi() throws InterruptedException {
    for (String body :
        List.of("<html>Back soon</html>", "[{\"paper\":{\"id\":\"2603.0", "{}", "")) {
      ScriptedWeb other =
          new ScriptedWeb()
              .on(list("2026-03-10", 0), content(body))
              .on("/papers/date/2026-03-10", content(page("2603.00007")));
      Reading reading = Reading.of(source(), other, NOW);
      reading.pass(source().range(TUESDAY, TUESDAY).orElseThrow());
      assertEquals(Set.of("2603.00007"), reading.papers(), body);
    }
  }

  @Test
  void aPageOfAnotherListIsNotTaken() throws InterruptedException {
    web.on(list("2026-03-10", 0), broken(500))
        .on(
            "/papers/date/2026-03-10",
            _ ->
                new Answer.Content(
                    200,
                    URI.create("https://huggingface.co/papers"),
                    Headers.NONE,
                    new ByteArrayInputStream(page("2603.00099").getBytes(StandardCharsets.UTF_8))));
    assertEquals(Set.of(), range(TUESDAY, TUESDAY).papers());
  }

  @Test
  void aHostThatAsksForLessIsNotAskedForThePage() throws InterruptedException {
    web.on(list("2026-03-10", 0), tooMany());
    Step step = source().step(source().range(TUESDAY, TUESDAY).orElseThrow(), NOW, web);
    Trouble trouble = assertInstanceOf(Step.Failed.class, step).trouble();
    assertEquals(Trouble.Cause.OVERLOAD, trouble.cause());
    assertEquals(1, web.asked().size());
  }

  @Test
  void aFailureOfBothLeavesTheCursorWhereItWas() throws InterruptedException {
    web.on(list("2026-03-10", 0), broken(500)).on("/papers/date/2026-03-10", broken(502));
    Step step = source().step(source().range(TUESDAY, TUESDAY).orElseThrow(), NOW, web);
    assertEquals("http-500", assertInstanceOf(Step.Failed.class, step).trouble().code());
  }

  @Test
  void todayAndYesterdayAreReadInEachPassAndTheRestSeldom() throws InterruptedException {
    DailyPapersSource source = source();
    Reading first = Reading.of(source, web, NOW);
    anyDayIsEmpty();
    Cursor cursor = first.pass(source.start(NOW, Optional.empty()));
    assertEquals(15, days(web).size());
    ScriptedWeb later = web;
    int before = later.asked().size();
    Reading.of(source, later, NOW.plusSeconds(300)).pass(cursor);
    assertEquals(
        List.of("2026-03-11", "2026-03-10"),
        later.asked().stream()
            .skip(before)
            .map(r -> r.uri().toString().replaceFirst(".*date=([0-9-]+).*", "$1"))
            .toList());
  }

  @Test
  void sinceADayAllDaysUntilNowAreRead() throws InterruptedException {
    anyDayIsEmpty();
    DailyPapersSource source = source();
    Reading.of(source, web, NOW).pass(source.start(NOW, Optional.of(LocalDate.of(2026, 1, 1))));
    assertEquals(70, days(web).size());
  }

  @Test
  void detailsOfTheLastDaysPapersAreReadAndUnknownOnesLeftOut() throws InterruptedException {
    DailyPapersSource source =
        new DailyPapersSource(URI.create("https://huggingface.co"), new DailyPlan(Set.of(), 1));
    anyDayIsEmpty();
    web.on(list("2026-03-11", 0), content(entries("2603.00002", "2603.00001")))
        .on("/api/papers/2603.00002", content("{\"id\":\"2603.00002\"}"));
    Reading reading = Reading.of(source, web, NOW);
    reading.pass(source.start(NOW, Optional.empty()));
    assertTrue(web.paths().contains("/api/papers/2603.00001"));
    assertEquals(
        "https://huggingface.co/api/papers/2603.00002", reading.documents().getLast().uri());
  }

  @Test
  void detailsThatCannotBeHadDoNotKeepThePassFromItsEnd() throws InterruptedException {
    DailyPapersSource source =
        new DailyPapersSource(URI.create("https://huggingface.co"), new DailyPlan(Set.of(), 2));
    anyDayIsEmpty();
    web.on(list("2026-03-11", 0), content(entries("2603.00001")))
        .on("/api/papers/2603.00001", broken(500));
    Reading reading = Reading.of(source, web, NOW);
    Cursor cursor = reading.pass(source.start(NOW, Optional.empty()));
    assertEquals(List.of(), reading.troubles());
    assertEquals(Optional.of(NOW.toString()), cursor.get(DailyPlan.LAST));
  }

  @Test
  void trendingWeekAndMonthAreReadOnceAnHourWhenWanted() throws InterruptedException {
    DailyPapersSource source =
        new DailyPapersSource(
            URI.create("https://huggingface.co"),
            new DailyPlan(Set.of(Also.WEEK, Also.MONTH, Also.TRENDING), 0));
    anyDayIsEmpty();
    web.on("limit=100&p=0&sort=publishedAt&week=2026-W11", content(entries("2603.00001")))
        .on("limit=100&month=2026-03&p=0&sort=publishedAt", content(entries("2603.00002")))
        .on("limit=100&p=0&sort=trending", content(entries("2401.00003")));
    Reading reading = Reading.of(source, web, NOW);
    Cursor cursor = reading.pass(source.start(NOW, Optional.empty()));
    assertEquals(Set.of("2603.00001", "2603.00002", "2401.00003"), reading.papers());
    int asked = web.asked().size();
    Reading.of(source, web, NOW.plusSeconds(3_000)).pass(cursor);
    assertEquals(asked + 2, web.asked().size());
  }

  @Test
  void votesMakeADocumentNewAndFollowersDoNot() throws InterruptedException {
    String said = "[{\"paper\":{\"id\":\"2603.00001\",\"upvotes\":%d},\"followerCount\":%d}]";
    web.on(
        list("2026-03-10", 0),
        content(said.formatted(1, 5)),
        content(said.formatted(1, 6)),
        content(said.formatted(2, 6)));
    Reading reading = Reading.of(source(), web, NOW);
    for (int i = 0; i < 3; i++) {
      reading.pass(source().range(TUESDAY, TUESDAY).orElseThrow());
    }
    assertEquals(2, reading.documents().size());
  }

  @Test
  void theAuditListsByWeeksAndReadsTheWeekOfWhatWasMissed() throws InterruptedException {
    anyDayIsEmpty();
    for (String week : List.of("2026-W09", "2026-W10", "2026-W11")) {
      web.on("limit=100&p=0&sort=publishedAt&week=" + week, content("[]"));
    }
    web.on("limit=100&p=0&sort=publishedAt&week=2026-W10", content(entries("2603.00005")));
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().start(NOW, Optional.empty()));
    assertFalse(reading.papers().contains("2603.00005"));
    assertEquals(1, reading.audit());
    assertTrue(reading.papers().contains("2603.00005"));
    assertEquals(0, reading.audit());
  }

  private Reading range(LocalDate from, LocalDate to) throws InterruptedException {
    Reading reading = Reading.of(source(), web, NOW);
    reading.pass(source().range(from, to).orElseThrow());
    return reading;
  }

  private static DailyPapersSource source() {
    return new DailyPapersSource(URI.create("https://huggingface.co"), new DailyPlan(Set.of(), 0));
  }

  /** Days that no test says more of. */
  private void anyDayIsEmpty() {
    LocalDate.of(2026, 1, 1)
        .datesUntil(LocalDate.of(2026, 3, 12))
        .forEach(day -> web.on(list(day.toString(), 0), content("[]")));
  }

  private static Set<String> days(ScriptedWeb web) {
    return web.paths().stream()
        .filter(path -> path.contains("date="))
        .map(path -> path.replaceFirst(".*date=([0-9-]+).*", "$1"))
        .collect(Collectors.toSet());
  }

  private static String list(String day, int page) {
    return "/api/daily_papers?date=" + day + "&limit=100&p=" + page + "&sort=publishedAt";
  }

  private static Map<String, String> next() {
    return Map.of("Link", "<https://huggingface.co/api/daily_papers?p=9>; rel=\"next\"");
  }

  private static String entries(String... ids) {
    return Stream.of(ids)
        .map(
            id ->
                "{\"paper\":{\"id\":\"%s\",\"submittedOnDailyAt\":\"2026-03-05T00:00:00.000Z\"}}"
                    .formatted(id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String page(String id) {
    return "<!doctype html><html><body><div class=\"SVELTE_HYDRATER contents\""
        + " data-target=\"DailyPapers\" data-props=\""
        + "{&quot;dailyPapers&quot;:%s,&quot;periodType&quot;:&quot;day&quot;}"
            .formatted(entries(id).replace("\"", "&quot;"))
        + "\"></div></body></html>";
  }
}
