package io.paperflow.fetcher.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.sources.acl.AclAnthologySource;
import io.paperflow.fetcher.sources.arxiv.ArxivFeedSource;
import io.paperflow.fetcher.sources.arxiv.ArxivOaiSource;
import io.paperflow.fetcher.sources.arxiv.ArxivQuerySource;
import io.paperflow.fetcher.sources.biorxiv.PreprintSource;
import io.paperflow.fetcher.sources.huggingface.DailyPapersSource;
import io.paperflow.fetcher.sources.openreview.OpenReviewSource;
import io.paperflow.fetcher.sources.paperswithcode.CodeArchive;
import io.paperflow.testkit.apis.Api;
import io.paperflow.testkit.apis.Distortion;
import io.paperflow.testkit.apis.Mishap;
import io.paperflow.testkit.apis.Mishaps;
import io.paperflow.testkit.apis.PageSizes;
import io.paperflow.testkit.apis.PaperApis;
import io.paperflow.testkit.world.SimulatedClock;
import io.paperflow.testkit.world.World;
import io.paperflow.testkit.world.WorldSize;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Sources against servers that play their APIs, with whatever can go wrong on the way and kills
 * before steps are kept: in the end everything that is listed was published, and nothing else.
 */
class SourcesUnderFaultsTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 4);
  private static final int DAYS = 8;

  /** Within the week after the world's last day everything has appeared. */
  private static final Instant END =
      FIRST_DAY.plusDays(DAYS + 3).atStartOfDay(ZoneOffset.UTC).toInstant();

  private static final double FAULTS = 0.3;
  private static final double KILLS = 0.15;

  private static final List<Mishap> KINDS =
      Stream.concat(
              Stream.of(
                  Mishap.Refused.plainly(429),
                  Mishap.Refused.until(429, Duration.ofSeconds(90)),
                  Mishap.Refused.plainly(503),
                  Mishap.Refused.until(503, Duration.ofSeconds(90)),
                  Mishap.Refused.plainly(500),
                  new Mishap.Cut(),
                  new Mishap.CutShort(),
                  new Mishap.Shortened(),
                  new Mishap.WrongType(),
                  new Mishap.Redirected()),
              Stream.of(Distortion.values())
                  .filter(distortion -> distortion != Distortion.NONE)
                  .<Mishap>map(Mishap.Distorted::new))
          .toList();

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void dailyPapers(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.HUGGING_FACE)) {
      Source source =
          DailyPapersSource.of(scene.settings("", Map.of("details-days", "1", "also", "trending")));
      Reading reading = scene.live(source, Duration.ofHours(5));
      Set<String> shown =
          scene.world.dailyPapers().entries().stream()
              .map(entry -> entry.paper().id())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(shown, reading.papers());
      assertEquals(shown, found(reading, "\"paper\":\\{\"id\":\"([^\"]+)\""));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void arxivByOai(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.ARXIV_OAI)) {
      Reading reading =
          scene.live(ArxivOaiSource.of(scene.settings("/oai", Map.of())), Duration.ofDays(1));
      Set<String> shown =
          scene.world.arxiv().harvestable(END).stream()
              .filter(paper -> !paper.latest().batch().isBefore(FIRST_DAY))
              .map(paper -> paper.id() + " " + paper.latest().batch())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> published =
          found(
              reading,
              "<identifier>oai:arXiv.org:([^<]+)</identifier>\\s*<datestamp>([^<]+)</datestamp>");
      assertTrue(published.containsAll(shown), () -> missing(shown, published));
      Set<String> ever =
          scene.world.arxiv().papers().stream()
              .flatMap(p -> p.versions().stream().map(v -> p.id() + " " + v.batch()))
              .collect(Collectors.toSet());
      assertTrue(ever.containsAll(published), () -> missing(published, ever));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void arxivByQueries(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.ARXIV_QUERY)) {
      Source source = ArxivQuerySource.of(scene.settings("/api/query", Map.of()));
      Reading reading = scene.range(source);
      Instant from = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = FIRST_DAY.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
      Set<String> shown =
          scene
              .world
              .arxiv()
              .announced(END)
              .filter(paper -> !paper.paper().submitted().isBefore(from))
              .filter(paper -> !paper.paper().submitted().isAfter(to))
              .map(paper -> paper.id() + "v" + paper.latest().number())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(shown, found(reading, "<id>http://arxiv.org/abs/([^<]+)</id>"));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void arxivFeeds(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.ARXIV_FEEDS)) {
      Source source =
          ArxivFeedSource.of(scene.settings("/rss", Map.of("categories", "cs.LG,cs.CV")));
      Reading reading = scene.live(source, Duration.ofHours(3));
      Set<String> shown =
          FIRST_DAY
              .datesUntil(FIRST_DAY.plusDays(DAYS + 2))
              .flatMap(day -> scene.world.arxiv().feed(day, List.of("cs.LG", "cs.CV")).stream())
              .map(item -> item.paper().id() + "v" + item.version().number())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> published = found(reading, "oai:arXiv.org:([^<]+)<");
      assertTrue(published.containsAll(shown), () -> missing(shown, published));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void preprints(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.BIORXIV)) {
      Source source = PreprintSource.biorxiv(scene.settings("", Map.of()));
      Set<String> shown =
          scene.world.preprints().preprints().stream()
              .filter(p -> p.server().equals("biorxiv") && !p.shownAt().isAfter(END))
              .map(p -> p.doi() + "v" + p.version())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(shown, scene.live(source, Duration.ofHours(8)).papers());
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void submissions(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.OPENREVIEW)) {
      List<String> venues =
          Stream.of("", "/Submission", "/Rejected_Submission")
              .map(World.CONFERENCE::concat)
              .toList();
      Source source =
          OpenReviewSource.of(scene.settings("", Map.of("venues", String.join(",", venues))));
      Set<String> shown =
          scene.world.submissions().ofConference(World.CONFERENCE, END).stream()
              .map(submission -> submission.id())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          shown, found(scene.live(source, Duration.ofHours(7)), "\"id\":\"([^\"]+)\",\"forum\""));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void anthology(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.ANTHOLOGY)) {
      String listing = scene.address() + "/repos/acl-org/acl-anthology/contents/data/xml";
      Source source =
          AclAnthologySource.of(
              scene.settings("/acl-org/acl-anthology/master/data/xml", Map.of("listing", listing)));
      Set<String> shown = new TreeSet<>(scene.world.anthology().collections(END));
      assertEquals(
          shown, found(scene.live(source, Duration.ofDays(1)), "<collection id=.([^\"']+)"));
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void codeArchive(@ForAll long seed) throws Exception {
    try (Scene scene = new Scene(seed, Api.CODE_ARCHIVE)) {
      String links = scene.address() + "/links-between-papers-and-code.json";
      Source source = CodeArchive.of(scene.settings("", Map.of("links", links)));
      scene.apis.mishaps(Mishaps.none());
      Reading reading = scene.range(source);
      assertEquals(1, reading.documents().size());
    }
  }

  private static Set<String> found(Reading reading, String pattern) {
    Set<String> found = new TreeSet<>();
    for (Reading.Document document : reading.documents()) {
      Matcher matcher = Pattern.compile(pattern).matcher(unescaped(document.text()));
      while (matcher.find()) {
        found.add(
            matcher.groupCount() == 1
                ? matcher.group(1)
                : matcher.group(1) + " " + matcher.group(2));
      }
    }
    return found;
  }

  /** Slashes as PHP escapes them, quotes as they stand in an attribute. */
  private static String unescaped(String text) {
    return text.replace("\\/", "/").replace("&quot;", "\"");
  }

  private static String missing(Set<String> wanted, Set<String> there) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return "missing: " + missing;
  }

  /** A world, its servers, and whatever goes wrong there. */
  private static final class Scene implements AutoCloseable {

    private final World world;
    private final Api api;
    private final SimulatedClock clock =
        new SimulatedClock(FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    private final PaperApis apis;
    private final LoopbackWeb web = new LoopbackWeb(clock);
    private final Random kills;

    Scene(long seed, Api api) throws IOException {
      this.world = World.invented(seed, FIRST_DAY, DAYS, WorldSize.dozens());
      this.api = api;
      this.apis = PaperApis.start(world, clock, PageSizes.small(), Duration.ZERO);
      this.kills = new Random(seed);
      apis.mishaps(Mishaps.random(seed, FAULTS, _ -> true, KINDS));
    }

    URI address() {
      return apis.uri(api);
    }

    SourceSettings settings(String path, Map<String, String> options) {
      return new SourceSettings("test", Optional.of(address() + path), options);
    }

    /** Reads on schedule until the end; then once more, with nothing wrong, and audits. */
    Reading live(Source source, Duration interval) throws InterruptedException {
      Reading reading = reading(source);
      Cursor cursor = source.start(clock.instant(), Optional.of(FIRST_DAY));
      while (clock.instant().isBefore(END)) {
        cursor = reading.pass(cursor);
        clock.advance(interval);
      }
      apis.mishaps(Mishaps.none());
      reading.pass(cursor);
      if (source instanceof Auditable) {
        assertEquals(0, reading.audit());
      }
      return reading;
    }

    /** Reads the world's days at the end, when all is there. */
    Reading range(Source source) throws InterruptedException {
      clock.set(END);
      Reading reading = reading(source);
      reading.pass(
          source
              .range(FIRST_DAY, FIRST_DAY.plusDays(DAYS - 1))
              .orElseGet(() -> source.start(END, Optional.empty())));
      return reading;
    }

    private Reading reading(Source source) {
      return new Reading(source, web, clock, clock::advance, kills, KILLS);
    }

    @Override
    public void close() {
      web.close();
      apis.close();
    }
  }
}
