package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.testkit.apis.Mishap.Cut;
import io.paperflow.testkit.apis.Mishap.CutShort;
import io.paperflow.testkit.apis.Mishap.Distorted;
import io.paperflow.testkit.apis.Mishap.Dripped;
import io.paperflow.testkit.apis.Mishap.Redirected;
import io.paperflow.testkit.apis.Mishap.Refused;
import io.paperflow.testkit.apis.Mishap.Shortened;
import io.paperflow.testkit.apis.Mishap.Silent;
import io.paperflow.testkit.apis.Mishap.WrongType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MishapTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIRST = "/api/daily_papers?date=2026-03-02&limit=3";
  private static final String SECOND = FIRST + "&p=1";

  private final ApisFixture fixture;

  MishapTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void refusalsTellWhenToComeAgainOrDoNot() throws Exception {
    happen(
        Refused.until(429, Duration.ofSeconds(7)),
        new Refused(503, Optional.of(Duration.ofSeconds(60)), true),
        Refused.plainly(503));
    HttpResponse<String> seconds = get(FIRST);
    assertEquals(429, seconds.statusCode());
    assertEquals("7", seconds.headers().firstValue("Retry-After").orElseThrow());
    HttpResponse<String> date = get(FIRST);
    Duration told = Duration.between(time(date, "Date"), time(date, "Retry-After"));
    assertTrue(60 <= told.toSeconds() && told.toSeconds() <= 61, told::toString);
    assertTrue(get(FIRST).headers().firstValue("Retry-After").isEmpty());
    assertEquals(200, get(FIRST).statusCode());
  }

  @Test
  void silenceLastsUntilTheServerIsClosed() {
    fixture.apis.mishaps(Mishaps.always(_ -> true, new Silent()));
    CompletableFuture<IOException> answer =
        CompletableFuture.supplyAsync(() -> assertThrows(IOException.class, () -> get(FIRST)));
    while (fixture.apis.traffic().calls().stream().noneMatch(c -> c.mishap().isPresent())) {
      Thread.onSpinWait();
    }
    assertFalse(answer.isDone());
    fixture.apis.close();
    answer.join();
  }

  @Test
  void connectionsEndBeforeOrWithinTheAnswer() {
    // Always, because the client tries again by itself.
    fixture.apis.mishaps(Mishaps.always(_ -> true, new Cut()));
    assertThrows(IOException.class, () -> get(FIRST));
    fixture.apis.mishaps(Mishaps.always(_ -> true, new CutShort()));
    assertThrows(IOException.class, () -> get(FIRST));
  }

  @Test
  void aShortenedBodyLooksWhole() throws Exception {
    String whole = get(FIRST).body();
    happen(new Shortened());
    HttpResponse<String> shortened = get(FIRST);
    assertEquals(200, shortened.statusCode());
    assertTrue(shortened.body().length() < whole.length());
    assertTrue(whole.startsWith(shortened.body().substring(0, shortened.body().length() - 2)));
  }

  @Test
  void theWrongTypeIsAPageForPeople() throws Exception {
    happen(new WrongType());
    HttpResponse<String> page = get(FIRST);
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
  }

  @Test
  void aDrippedBodyIsWhole() throws Exception {
    String whole = get(FIRST).body();
    happen(new Dripped(5, Duration.ofMillis(1)));
    assertEquals(whole, get(FIRST).body());
  }

  @Test
  void redirectsLeadToTheAnswer() throws Exception {
    String whole = get(FIRST).body();
    happen(new Redirected());
    HttpResponse<String> found = get(FIRST);
    assertEquals(302, found.statusCode());
    assertEquals(whole, get(found.headers().firstValue("Location").orElseThrow()).body());
  }

  @Test
  void pagesInMidListAreDistorted() throws Exception {
    List<String> first = ids(FIRST);
    List<String> second = ids(SECOND);
    happen(
        new Distorted(Distortion.EMPTY_PAGE),
        new Distorted(Distortion.REPEATED_PAGE),
        new Distorted(Distortion.OVERLAPPING_PAGE),
        new Distorted(Distortion.REVERSED_PAGE));
    assertEquals(List.of(), ids(SECOND));
    assertEquals(first, ids(SECOND));
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    assertEquals(both, ids(SECOND));
    assertEquals(second.reversed(), ids(SECOND));
    assertEquals(second, ids(SECOND));
  }

  @Test
  void theFirstPageIsNeverEmpty() throws Exception {
    List<String> first = ids(FIRST);
    happen(new Distorted(Distortion.EMPTY_PAGE));
    assertEquals(first, ids(FIRST));
  }

  @Test
  void aResumptionTokenExpiresBeforeItsTime() throws Exception {
    XmlDocument page =
        XmlDocument.parse(
            fixture.get(Api.ARXIV_OAI, "/oai?verb=ListRecords&metadataPrefix=arXiv").body());
    String token = page.texts("resumptionToken").getFirst().replace("%", "%25");
    String resume = "/oai?verb=ListRecords&resumptionToken=" + token;
    fixture.apis.mishaps(
        Mishaps.inOrder(r -> r.api() == Api.ARXIV_OAI, new Distorted(Distortion.EXPIRED_TOKEN)));
    assertEquals(
        "badResumptionToken",
        XmlDocument.parse(fixture.get(Api.ARXIV_OAI, resume).body()).attribute("error", "code"));
    assertEquals(
        List.of(), XmlDocument.parse(fixture.get(Api.ARXIV_OAI, resume).body()).texts("error"));
  }

  @Test
  void chanceHitsAShareOfTheRequestsTheSameForTheSameSeed() {
    List<Mishap> kinds = List.of(new Cut(), new WrongType());
    List<Optional<Mishap>> some = draw(Mishaps.random(1, 0.3, _ -> true, kinds));
    long hits = some.stream().filter(Optional::isPresent).count();
    assertTrue(200 < hits && hits < 400, () -> hits + " of 1000");
    assertEquals(kinds.size(), some.stream().flatMap(Optional::stream).distinct().count());
    assertEquals(some, draw(Mishaps.random(1, 0.3, _ -> true, kinds)));
    assertNotEquals(some, draw(Mishaps.random(2, 0.3, _ -> true, kinds)));
  }

  private List<Optional<Mishap>> draw(Mishaps mishaps) {
    Request request =
        Request.of(
            Api.HUGGING_FACE,
            fixture.apis.uri(Api.HUGGING_FACE),
            fixture.apis.uri(Api.HUGGING_FACE).resolve(FIRST));
    return IntStream.range(0, 1_000).mapToObj(_ -> mishaps.next(request)).toList();
  }

  private void happen(Mishap... mishaps) {
    fixture.apis.mishaps(Mishaps.inOrder(_ -> true, mishaps));
  }

  private List<String> ids(String target) throws Exception {
    List<String> ids = new ArrayList<>();
    JSON.readTree(get(target).body()).forEach(e -> ids.add(e.at("/paper/id").asText()));
    return ids;
  }

  private static ZonedDateTime time(HttpResponse<String> answer, String header) {
    return ZonedDateTime.parse(
        answer.headers().firstValue(header).orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private HttpResponse<String> get(String target) throws Exception {
    return fixture.get(Api.HUGGING_FACE, target);
  }
}
