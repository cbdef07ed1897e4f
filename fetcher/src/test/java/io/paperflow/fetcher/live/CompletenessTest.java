package io.paperflow.fetcher.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.live.Replicas.Reads;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.testkit.apis.Api;
import io.paperflow.testkit.apis.Distortion;
import io.paperflow.testkit.apis.Mishap;
import io.paperflow.testkit.apis.Mishaps;
import io.paperflow.testkit.apis.Pace;
import io.paperflow.testkit.apis.PageSizes;
import io.paperflow.testkit.apis.PaperApis;
import io.paperflow.testkit.apis.Traffic.Call;
import io.paperflow.testkit.lease.Ticking;
import io.paperflow.testkit.world.ArxivPaper;
import io.paperflow.testkit.world.DailyEntry;
import io.paperflow.testkit.world.ShownPaper;
import io.paperflow.testkit.world.World;
import io.paperflow.testkit.world.WorldSize;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All sources, with the client, the schedules, audits and replicas that they have in production,
 * against servers that play their APIs over some days while everything goes wrong that can: what is
 * listed is published, nothing else is, and the servers count no request too many.
 */
class CompletenessTest {

  private static final String START = "2026-03-02T09:00:00Z";
  private static final Instant END = Instant.parse("2026-03-08T09:00:00Z");

  /** What appeared after this may still be on its way. */
  private static final Instant SETTLED = END.minus(Duration.ofHours(30));

  private static final WorldSize SIZE = new WorldSize(120, 40, 25, 20, 8, 150);
  private static final PageSizes PAGES = new PageSizes(15, 60, 30, 9, 17);
  private static final double FAULTS = 0.15;

  /** Each takes the client's patience in real time. */
  private static final double SILENCES = 0.002;

  /** Calls of a lease: some requests and commits. */
  private static final int LIFE = 200;

  private static final List<Mishap> KINDS =
      Stream.concat(
              Stream.of(
                  Mishap.Refused.plainly(429),
                  Mishap.Refused.until(429, Duration.ofSeconds(90)),
                  Mishap.Refused.plainly(503),
                  Mishap.Refused.until(503, Duration.ofMinutes(4)),
                  new Mishap.Refused(503, Optional.of(Duration.ofMinutes(2)), true),
                  Mishap.Refused.plainly(500),
                  new Mishap.Cut(),
                  new Mishap.CutShort(),
                  new Mishap.Shortened(),
                  new Mishap.WrongType(),
                  new Mishap.Dripped(4, Duration.ofMillis(1)),
                  new Mishap.Redirected()),
              EnumSet.complementOf(EnumSet.of(Distortion.NONE)).stream()
                  .<Mishap>map(Mishap.Distorted::new))
          .toList();

  private record Outcome(World world, Published published, Pace pace) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void dailyPapers(long seed) throws Exception {
    Outcome outcome =
        read(
            seed,
            new Reads(
                "huggingface-daily-papers",
                Api.HUGGING_FACE,
                "",
                Map.of("also", "week", "details-days", "1")));
    Function<Instant, List<DailyEntry>> shown =
        time ->
            outcome.world().dailyPapers().entries().stream().filter(e -> e.isShown(time)).toList();
    Published published = outcome.published();
    assertComplete(
        keys(shown.apply(SETTLED), e -> e.paper().id()),
        keys(shown.apply(END), e -> e.paper().id()),
        published.keys("huggingface-daily-papers"));
    Map<String, Integer> votes =
        published.newest(
            "huggingface-daily-papers", r -> r.getDaily().orElseThrow().getUpvotes().orElseThrow());
    for (DailyEntry entry : shown.apply(SETTLED)) {
      int read = Optional.ofNullable(votes.get("arxiv:" + entry.paper().id())).orElse(-1);
      assertTrue(
          votes(outcome, entry, SETTLED) <= read && read <= votes(outcome, entry, END),
          () -> entry.paper().id() + " has " + read + " votes");
    }
    assertEquals(List.of(), outcome.pace().beyondQuota());
    assertTrue(outcome.pace().mostWithin(Duration.ofSeconds(1)) <= 10);
    assertKept(outcome.pace(), 4, Duration.ZERO);
  }

  /** A paper on two lists has the votes of either. */
  private static int votes(Outcome outcome, DailyEntry entry, Instant time) {
    var votes =
        outcome.world().dailyPapers().entries().stream()
            .filter(e -> e.paper().id().equals(entry.paper().id()))
            .mapToInt(e -> e.votes(time));
    return time.equals(END) ? votes.max().orElseThrow() : votes.min().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void arxiv(long seed) throws Exception {
    Outcome outcome =
        read(
            seed,
            new Reads("arxiv-oai", Api.ARXIV_OAI, "/oai", Map.of("sets", "")),
            new Reads("arxiv-oai-raw", Api.ARXIV_OAI, "/oai", Map.of("sets", "cs,stat:stat:ML")),
            new Reads("arxiv-rss", Api.ARXIV_FEEDS, "/rss", Map.of("categories", "cs.LG,hep-th")),
            new Reads("arxiv-api", Api.ARXIV_QUERY, "/api/query", Map.of("categories", "cs.CV")));
    Published published = outcome.published();
    LocalDate first = LocalDate.parse(START.substring(0, 10)).minusDays(6);
    assertComplete(
        keys(harvestable(outcome, SETTLED, first), ShownPaper::id),
        keys(harvestable(outcome, END, LocalDate.MIN), ShownPaper::id),
        published.keys("arxiv"));
    List<ShownPaper> raw = inSets(harvestable(outcome, SETTLED, first));
    assertComplete(
        keys(raw, ShownPaper::id),
        keys(inSets(harvestable(outcome, END, LocalDate.MIN)), ShownPaper::id),
        published.keys("arxiv-raw"));
    assertVersions(raw, published);
    assertComplete(
        keys(fed(outcome, SETTLED), ArxivPaper::id),
        keys(fed(outcome, END), ArxivPaper::id),
        published.keys("arxiv-rss"));
    Instant since = Instant.parse(START).minus(Duration.ofDays(7));
    Function<Instant, Set<String>> queried =
        time ->
            keys(
                outcome
                    .world()
                    .arxiv()
                    .announced(time)
                    .filter(p -> p.paper().isIn("cs.CV"))
                    .filter(p -> p.paper().submitted().isAfter(since))
                    .toList(),
                ShownPaper::id);
    assertTrue(published.keys("arxiv-api").containsAll(queried.apply(SETTLED)));
    Pace pace = outcome.pace();
    assertKept(pace, 1, Duration.ofSeconds(3));
    for (Call refused : pace.calls().stream().filter(c -> c.status() == 429).toList()) {
      assertEquals(
          List.of(),
          pace.calls().stream()
              .filter(c -> c.began().isAfter(refused.began()))
              .filter(c -> c.began().isBefore(refused.began().plus(Duration.ofMinutes(10))))
              .toList(),
          "after a 429, ten minutes of silence");
    }
  }

  private static List<ShownPaper> harvestable(Outcome outcome, Instant time, LocalDate first) {
    return outcome.world().arxiv().harvestable(time).stream()
        .filter(p -> !p.latest().batch().isBefore(first))
        .toList();
  }

  private static List<ShownPaper> inSets(List<ShownPaper> papers) {
    return papers.stream().filter(p -> p.paper().isIn("cs") || p.paper().isIn("stat.ML")).toList();
  }

  /** Replacements and withdrawals too. */
  private static void assertVersions(List<ShownPaper> shown, Published published) {
    Map<String, Integer> versions =
        published.newest("arxiv-raw", r -> r.getVersions().size() * (r.getWithdrawn() ? -1 : 1));
    for (ShownPaper paper : shown) {
      int read = Optional.ofNullable(versions.get("arxiv:" + paper.id())).orElse(0);
      assertTrue(
          Math.abs(read) >= paper.latest().number(), () -> paper.id() + " has version " + read);
      assertTrue(
          Math.abs(read) > paper.latest().number() || (read < 0) == paper.latest().withdrawn(),
          paper.id());
    }
  }

  private static List<ArxivPaper> fed(Outcome outcome, Instant until) {
    LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
    return LocalDate.parse(START.substring(0, 10))
        .datesUntil(last.plusDays(1))
        .flatMap(day -> outcome.world().arxiv().feed(day, List.of("cs.LG", "hep-th")).stream())
        .map(item -> item.paper())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void preprints(long seed) throws Exception {
    Outcome outcome =
        read(
            seed,
            new Reads("biorxiv", Api.BIORXIV, "", Map.of()),
            new Reads("medrxiv", Api.BIORXIV, "", Map.of()));
    LocalDate first = LocalDate.parse(START.substring(0, 10)).minusDays(2);
    BiFunction<String, Instant, Set<String>> shown =
        (server, time) ->
            outcome.world().preprints().shown(server, first, LocalDate.MAX, time).stream()
                .map(p -> "doi:" + p.doi())
                .collect(Collectors.toCollection(TreeSet::new));
    for (String server : List.of("biorxiv", "medrxiv")) {
      assertComplete(
          shown.apply(server, SETTLED), shown.apply(server, END), outcome.published().keys(server));
    }
    assertKept(outcome.pace(), 2, Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void openReview(long seed) throws Exception {
    String conference = World.CONFERENCE;
    Outcome outcome =
        read(
            seed,
            new Reads(
                "openreview",
                Api.OPENREVIEW,
                "",
                Map.of("venues", conference + "," + conference + "/Submission")));
    // Rejected ones may have been seen before they were.
    Function<Instant, Set<String>> accepted =
        time ->
            outcome.world().submissions().shown(conference, time).stream()
                .map(s -> "openreview:" + s.id())
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> ever =
        outcome.world().submissions().ofConference(conference, END).stream()
            .map(s -> "openreview:" + s.id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertComplete(accepted.apply(SETTLED), ever, outcome.published().keys("openreview"));
    assertKept(outcome.pace(), 2, Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void codeArchive(long seed) throws Exception {
    Outcome outcome =
        read(
            seed,
            new Reads(
                "paperswithcode",
                Api.CODE_ARCHIVE,
                "",
                Map.of(
                    "papers", "SERVER/about/papers-with-abstracts.json.gz",
                    "links", "SERVER/about/links-between-papers-and-code.json")));
    Set<String> titles =
        outcome.world().archive().stream()
            .map(p -> p.title().replaceAll("\\W+", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> published =
        outcome.published().records().stream()
            .map(r -> r.getTitle().replaceAll("\\W+", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertComplete(titles, titles, published);
    assertKept(outcome.pace(), 2, Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anthology(long seed) throws Exception {
    Outcome outcome =
        read(
            seed,
            new Reads(
                "acl-anthology",
                Api.ANTHOLOGY,
                "/acl-org/acl-anthology/master/data/xml",
                Map.of("listing", "SERVER/repos/acl-org/acl-anthology/contents/data/xml")));
    Function<Instant, Set<String>> shown =
        time ->
            outcome.world().anthology().papers().stream()
                .filter(p -> !p.shownAt().isAfter(time))
                .map(p -> p.collection() + " " + p.title().replaceAll("\\W+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> published =
        outcome.published().of("acl-anthology").stream()
            .map(r -> collection(r) + " " + r.getTitle().replaceAll("\\W+", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertComplete(shown.apply(SETTLED), shown.apply(END), published);
    assertKept(outcome.pace(), 2, Duration.ofSeconds(1));
  }

  private static String collection(PaperRecord record) {
    return record.getRawUri().replaceAll(".*/|\\.xml.*", "");
  }

  private static Outcome read(long seed, Reads... reads) throws Exception {
    World world =
        World.invented(seed, LocalDate.parse(START.substring(0, 10)).minusDays(2), 8, SIZE);
    Ticking clock = new Ticking(START);
    Set<Api> asked = Stream.of(reads).map(Reads::api).collect(Collectors.toSet());
    try (PaperApis apis = PaperApis.start(world, clock, PAGES, Duration.ofMillis(1))) {
      Mishaps silences = Mishaps.random(~seed, SILENCES, _ -> true, List.of(new Mishap.Silent()));
      Mishaps others = Mishaps.random(seed, FAULTS, _ -> true, KINDS);
      apis.mishaps(request -> silences.next(request).or(() -> others.next(request)));
      Topic topic = new Replicas(List.of(reads), apis, clock, seed).run(END, LIFE);
      Published published = Published.of(topic);
      assertEquals(List.of(), published.unreadable());
      return new Outcome(world, published, apis.traffic().pace(asked));
    }
  }

  private static void assertComplete(
      Set<String> settled, Set<String> shown, Set<String> published) {
    assertTrue(settled.size() > 20, () -> "only " + settled.size());
    assertEquals(Set.of(), without(settled, published), "listed, and not published");
    assertEquals(Set.of(), without(published, shown), "published, and not listed");
  }

  private static void assertKept(Pace pace, int connections, Duration distance) {
    assertTrue(pace.requests() > 5, () -> "only " + pace.requests());
    assertTrue(pace.mostAtOnce() <= connections);
    assertTrue(
        pace.shortestDistance().orElseThrow().compareTo(distance) >= 0,
        () -> "two requests with " + pace.shortestDistance() + " between");
    assertEquals(List.of(), pace.early(), "came before the time that was told");
  }

  private static Set<String> without(Set<String> all, Set<String> those) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(those);
    return left;
  }

  private static <T> Set<String> keys(Collection<T> papers, Function<T, String> id) {
    return papers.stream()
        .map(p -> "arxiv:" + id.apply(p))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
