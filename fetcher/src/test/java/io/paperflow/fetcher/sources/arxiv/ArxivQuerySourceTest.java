package io.paperflow.fetcher.sources.arxiv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import io.paperflow.http.Answer;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArxivQuerySourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final Pattern RANGE = Pattern.compile("\\[(\\d{12}) TO (\\d{12})]");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

  @Test
  void aDayIsReadPageByPageInTheOrderOfSubmission() throws InterruptedException {
    Server server = new Server(2_500, 1);
    Reading reading = range(server, DAY, DAY);
    assertEquals(server.all(), ids(reading));
    assertEquals(3, server.asked);
    assertTrue(
        reading.documents().getFirst().uri().contains("sortBy=submittedDate&sortOrder=ascending"));
  }

  @Test
  void aDayWithMoreThanTheApiListsIsHalvedUntilItFits() throws InterruptedException {
    Server server = new Server(57_600, 40);
    assertEquals(server.all(), ids(range(server, DAY, DAY)));
  }

  @Test
  void daysFollowEachOther() throws InterruptedException {
    Server server = new Server(0, 1);
    range(server, DAY, DAY.plusDays(2));
    assertEquals(
        List.of(
            "202603090000 202603100000", "202603100000 202603110000", "202603110000 202603120000"),
        server.windows);
  }

  @Test
  void aPassEndsNowAndTheNextBeginsWhereBatchesMayBeLate() throws InterruptedException {
    Server server = new Server(0, 1);
    Cursor next =
        Reading.of(source(List.of()), server, NOW)
            .pass(source(List.of()).start(NOW, Optional.of(DAY)));
    assertEquals("202603110000 202603110400", server.windows.getLast());
    Server later = new Server(0, 1);
    source(List.of()).step(next, NOW.plusSeconds(86_400), later);
    assertEquals("202603030000 202603040000", later.windows.getFirst());
  }

  @Test
  void categoriesNarrowTheQuery() throws InterruptedException {
    ScriptedWeb web = new ScriptedWeb();
    source(List.of("cs.LG", "stat.ML"))
        .step(source(List.of()).range(DAY, DAY).orElseThrow(), NOW, web);
    assertTrue(
        URLDecoder.decode(web.paths().getFirst(), StandardCharsets.UTF_8)
            .contains(
                "submittedDate:[202603090000 TO 202603100000] AND (cat:cs.LG OR cat:stat.ML)"));
  }

  @Test
  void anEmptyPageInMidListAndAPageOfAnotherPlaceAreAskedForAgain() throws InterruptedException {
    Server server = new Server(2_500, 1);
    server.distort =
        asked ->
            switch (asked) {
              case 2 -> feed(2, 2_500, 1_000, List.of());
              case 3 -> feed(3, 2_500, 0, List.of("2603.99999"));
              default -> "";
            };
    Reading reading = range(server, DAY, DAY);
    assertEquals(server.all(), ids(reading));
    assertEquals(5, server.asked);
  }

  @Test
  void whatIsNoAnswerIsPassingTrouble() throws InterruptedException {
    for (String body :
        List.of("", "<html/>", "<feed", "<feed><totalResults>x</totalResults></feed>")) {
      Web web = request -> ScriptedWeb.content(body).apply(request);
      Step step = source(List.of()).step(source(List.of()).range(DAY, DAY).orElseThrow(), NOW, web);
      assertInstanceOf(Step.Failed.class, step, body);
    }
  }

  @Test
  void theTimeOfTheAnswerDoesNotMakeADocumentNew() throws InterruptedException {
    Reading reading = Reading.of(source(List.of()), new Server(5, 1), NOW);
    reading.pass(source(List.of()).range(DAY, DAY).orElseThrow());
    reading.pass(source(List.of()).range(DAY, DAY).orElseThrow());
    assertEquals(1, reading.documents().size());
  }

  private static Reading range(Server server, LocalDate from, LocalDate to)
      throws InterruptedException {
    Reading reading = Reading.of(source(List.of()), server, NOW);
    reading.pass(source(List.of()).range(from, to).orElseThrow());
    return reading;
  }

  private static ArxivQuerySource source(List<String> categories) {
    return new ArxivQuerySource(URI.create("https://export.arxiv.org/api/query"), categories);
  }

  private static Set<String> ids(Reading reading) {
    Set<String> ids = new TreeSet<>();
    for (Reading.Document document : reading.documents()) {
      Matcher id = Pattern.compile("<entry><id>([^<]+)</id>").matcher(document.text());
      while (id.find()) {
        ids.add(id.group(1));
      }
    }
    return ids;
  }

  private static String feed(int answer, int total, int start, List<String> ids) {
    return "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'"
        + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><id>https://arxiv.org/api/x</id>"
        + "<updated>%s</updated><o:totalResults>%d</o:totalResults><o:startIndex>%d</o:startIndex>"
            .formatted(answer, total, start)
        + ids.stream().map(id -> "<entry><id>" + id + "</id></entry>").collect(Collectors.joining())
        + "</feed>";
  }

  /** Papers that are submitted from midnight on, so many a minute. */
  private static final class Server implements Web {

    private final int papers;
    private final int perMinute;
    private final List<String> windows = new ArrayList<>();
    private Function<Integer, String> distort = _ -> "";
    private int asked;

    Server(int papers, int perMinute) {
      this.papers = papers;
      this.perMinute = perMinute;
    }

    Set<String> all() {
      return IntStream.range(0, papers)
          .mapToObj(Server::id)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Answer get(Request request) {
      asked++;
      String distorted = distort.apply(asked);
      String query = URLDecoder.decode(request.uri().getRawQuery(), StandardCharsets.UTF_8);
      return ScriptedWeb.content(distorted.isEmpty() ? answer(query) : distorted).apply(request);
    }

    private String answer(String query) {
      Matcher range = RANGE.matcher(query);
      assertTrue(range.find(), query);
      windows.add(range.group(1) + " " + range.group(2));
      int start = parameter(query, "start");
      int size = parameter(query, "max_results");
      assertTrue(start + size <= 30_000, "more than the API lists: " + query);
      Instant from = minute(range.group(1));
      Instant to = minute(range.group(2));
      List<String> found =
          IntStream.range(0, papers)
              .filter(i -> !time(i).isBefore(from) && !time(i).isAfter(to))
              .mapToObj(Server::id)
              .toList();
      return feed(
          asked,
          found.size(),
          start,
          found.subList(Math.min(start, found.size()), Math.min(start + size, found.size())));
    }

    private Instant time(int paper) {
      // What would be after the day is in its last minute.
      long minutes = Math.min(paper / perMinute, 24 * 60 - 1);
      return DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(minutes * 60);
    }

    private static String id(int paper) {
      return "http://arxiv.org/abs/2603.%05dv1".formatted(paper);
    }

    private static Instant minute(String text) {
      return LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC);
    }

    private static int parameter(String query, String name) {
      Matcher value = Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
      assertTrue(value.find(), query);
      return Integer.parseInt(value.group(1));
    }
  }
}
