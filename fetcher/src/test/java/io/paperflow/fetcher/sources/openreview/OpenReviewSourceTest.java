package io.paperflow.fetcher.sources.openreview;

import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenReviewSourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void eachVenueIsReadPageByPage() throws InterruptedException {
    web.on(venue("A%2FConference") + "0", content(notes(0, 500, 750)))
        .on(venue("A%2FConference") + "500", content(notes(500, 250, 750)))
        .on(venue("B") + "0", content(notes(2_000, 3, 3)));
    Reading reading = Reading.of(source("A/Conference", "B"), web, NOW);
    reading.pass(source("A/Conference", "B").start(NOW, Optional.empty()));
    assertEquals(3, reading.documents().size());
    assertEquals(3, web.asked().size());
  }

  @Test
  void aCountOfThePageAloneDoesNotEndTheList() throws InterruptedException {
    web.on(venue("B") + "0", content(notes(0, 500, 500)))
        .on(venue("B") + "500", content(notes(500, 7, 7)));
    Reading reading = Reading.of(source("B"), web, NOW);
    reading.pass(source("B").start(NOW, Optional.empty()));
    assertEquals(2, reading.documents().size());
    assertEquals(2, web.asked().size());
  }

  @Test
  void onlyTheFirstPassOfADayReadsAll() throws InterruptedException {
    web.on("offset=0", content(notes(0, 2, 2)));
    OpenReviewSource source = source("B");
    Reading reading = Reading.of(source, web, NOW);
    Cursor cursor = reading.pass(source.start(NOW, Optional.empty()));
    cursor = Reading.of(source, web, NOW.plusSeconds(3_600)).pass(cursor);
    Reading.of(source, web, NOW.plusSeconds(86_400)).pass(cursor);
    List<String> paths = web.paths();
    assertFalse(paths.get(0).contains("mintcdate"));
    assertTrue(
        paths.get(1).contains("mintcdate=" + Instant.parse("2026-03-10T00:00:00Z").toEpochMilli()));
    assertFalse(paths.get(2).contains("mintcdate"));
  }

  @Test
  void aRangeIsReadFromItsFirstDayUntilNotesAreYounger() throws InterruptedException {
    String from = "mintcdate=" + Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    web.on(from + "&limit=500&offset=0", content(notes(0, 500, 9_000)))
        .on(
            from + "&limit=500&offset=500",
            content(notes(500, 500, 9_000, Instant.parse("2026-03-05T00:00:01Z"))));
    Reading reading = Reading.of(source("B"), web, NOW);
    reading.pass(
        source("B").range(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 4)).orElseThrow());
    assertEquals(2, web.asked().size());
  }

  @Test
  void whatIsNoAnswerIsPassingTrouble() throws InterruptedException {
    for (String body : List.of("", "<html/>", "{\"notes\":[{", "{\"notes\":{}}")) {
      ScriptedWeb other = new ScriptedWeb().on("offset=0", content(body));
      assertInstanceOf(Step.Failed.class, source("B").step(Cursor.EMPTY, NOW, other), body);
    }
  }

  private static OpenReviewSource source(String... venues) {
    return new OpenReviewSource(URI.create("https://api2.openreview.net"), List.of(venues));
  }

  private static String venue(String encoded) {
    return "/notes?content.venueid=" + encoded + "&sort=tcdate%3Aasc&limit=500&offset=";
  }

  private static String notes(int first, int number, int count) {
    return notes(first, number, count, Instant.parse("2026-03-02T00:00:00Z"));
  }

  private static String notes(int first, int number, int count, Instant created) {
    return IntStream.range(first, first + number)
        .mapToObj(i -> "{\"id\":\"n%d\",\"tcdate\":%d}".formatted(i, created.toEpochMilli()))
        .collect(Collectors.joining(",", "{\"notes\":[", "],\"count\":" + count + "}"));
  }
}
