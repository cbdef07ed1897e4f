package io.paperflow.fetcher.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.schemas.SourceAudit;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources of one lease, in virtual time. */
class GroupReaderTest {

  private static final HostGroup GROUP = new HostGroup("group", Duration.ofSeconds(3));

  private final Ticking clock = new Ticking("2026-01-12T12:00:00Z");
  private final Topic topic = new Topic();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Archive archive = new Archive("archive", GROUP);
  private final Archive other = new Archive("other", GROUP);
  private final SourceRecords records = new SourceRecords();

  @Test
  void aNewUserBeginsWhereTheSourceThinksAndThenReadsOnSchedule() throws Exception {
    archive.add("2026-01-08", "2601.00008");
    archive.add("2026-01-09", "2601.00009");
    archive.add("2026-01-11", "2601.00011");
    hold(Duration.ofMinutes(25), archive);
    assertEquals(List.of("2601.00009", "2601.00011"), published());
    assertEquals(
        List.of("12:00:03", "12:10:03", "12:20:03"),
        archive.steps.stream().map(GroupReaderTest::time).distinct().toList());
  }

  @Test
  void theFirstRequestKeepsTheDistanceToThePredecessorsLast() throws Exception {
    hold(Duration.ofMinutes(1), archive);
    assertEquals("12:00:03", time(archive.steps.getFirst()));
  }

  @Test
  void afterDowntimeTheGapIsReadFirstDayByDay() throws Exception {
    hold(Duration.ofMinutes(1), archive);
    clock.pass(Duration.ofDays(3));
    archive.add("2026-01-13", "2601.00013");
    archive.add("2026-01-14", "2601.00014");
    archive.add("2026-01-15", "2601.00015");
    archive.steps.clear();
    hold(Duration.ofMinutes(1), archive);
    assertEquals(List.of("2601.00013", "2601.00014", "2601.00015"), published());
    assertEquals(
        List.of("day=2026-01-12", "day=2026-01-13", "day=2026-01-14", "day=2026-01-15"),
        archive.steps.stream().map(step -> step.split(" ", -1)[1]).toList());
  }

  @Test
  void theSameContentIsPublishedOnceAndChangedContentAgain() throws Exception {
    archive.add("2026-01-12", "2601.00012");
    hold(Duration.ofMinutes(35), archive);
    hold(Duration.ofMinutes(35), archive);
    assertEquals(List.of("2601.00012"), published());
    archive.add("2026-01-12", "2601.00013");
    hold(Duration.ofMinutes(15), archive);
    assertEquals(List.of("2601.00012", "2601.00012", "2601.00013"), published());
  }

  @Test
  void aSourceThatFailsIsTriedLaterAndLaterAndHoldsNobodyUp() throws Exception {
    for (int i = 0; i < 6; i++) {
      archive.troubles.add(Trouble.passing("network", "no route"));
    }
    archive.add("2026-01-12", "2601.00012");
    other.add("2026-01-12", "2601.10012");
    hold(Duration.ofMinutes(60), archive, other);
    assertEquals(List.of("2601.00012", "2601.10012"), published().stream().sorted().toList());
    List<Duration> waits = waits(archive.steps.subList(0, 7));
    for (int i = 1; i < waits.size(); i++) {
      assertTrue(waits.get(i).compareTo(waits.get(i - 1)) > 0, waits::toString);
    }
    assertEquals("12:00:03", time(other.steps.getFirst()));
    assertEquals(6, registry.get("paperflow.source.failures").counter().count());
    assertEquals(Optional.empty(), progress(Kind.LIVE).trouble());
  }

  @Test
  void aFailureIsKeptForPeopleAndTheSuccessorWaitsItsTime() throws Exception {
    Instant quiet = clock.instant().plus(Duration.ofMinutes(10));
    archive.troubles.add(
        new Trouble(Trouble.Cause.OVERLOAD, "http-429", "asks for less", Optional.of(quiet)));
    hold(Duration.ofMinutes(2), archive, other);
    assertEquals("http-429", progress(Kind.LIVE).trouble().orElseThrow().code());
    long stepsOfOther = other.steps.size();
    hold(Duration.ofMinutes(5), archive, other);
    assertEquals(1, archive.steps.size(), "the successor is silent, too");
    assertEquals(stepsOfOther, other.steps.size(), "and so are the host's other sources");
    hold(Duration.ofMinutes(5), archive, other);
    assertEquals(quiet, Instant.parse(archive.steps.get(1).split(" ", -1)[0]));
  }

  @Test
  void aSourceWithADefectFailsLikeOneWithoutANetwork() throws Exception {
    Archive broken = new Archive("broken", GROUP);
    broken.defect = true;
    archive.add("2026-01-12", "2601.00012");
    hold(Duration.ofMinutes(5), broken, archive);
    assertEquals(List.of("2601.00012"), published());
  }

  @Test
  void anOrderIsReadBehindWhatIsNewAtItsPaceAndGoesOnAfterAnEnd() throws Exception {
    for (int day = 1; day <= 9; day++) {
      archive.add("2025-06-0" + day, "2506.0000" + day);
    }
    Order order = order("first", "2025-06-01", "2025-06-09", 2);
    PlayedLease lease = lease(Duration.ofMinutes(3));
    lease.written(Duration.ofSeconds(10), records.order(order));
    hold(lease, archive);
    List<String> first = List.copyOf(published());
    assertTrue(first.size() >= 5 && first.size() <= 7, first::toString);
    assertTrue(progress(Kind.BACKFILL).underWay());

    // The same days again, by the same person or another, go on where it stopped.
    archive.steps.clear();
    PlayedLease next = lease(Duration.ofMinutes(10));
    next.written(Duration.ofSeconds(1), records.order(order("second", order)));
    hold(next, archive);
    assertEquals(9, published().size());
    assertEquals(9, published().stream().distinct().count());
    Progress done = progress(Kind.BACKFILL);
    assertEquals("second", done.order().orElseThrow().id());
    assertTrue(!done.underWay());
    assertTrue(
        waits(archive.steps.stream().filter(step -> step.contains("to=")).toList()).stream()
            .allMatch(wait -> wait.compareTo(Duration.ofSeconds(30)) >= 0));

    // And nothing is read again when the lease goes on to another.
    archive.steps.clear();
    hold(Duration.ofMinutes(5), archive);
    assertTrue(archive.steps.stream().noneMatch(step -> step.contains("to=")));
  }

  @Test
  void anAuditFindsWhatWasMissedReadsItAgainAndTellsIt() throws Exception {
    archive.add("2026-01-09", "2601.00001", "2601.00002");
    archive.add("2026-01-10", "2601.00003");
    archive.add("2026-01-11", "2601.00004", "2601.00005");
    archive.hidden.addAll(List.of("2601.00002", "2601.00003"));
    hold(Duration.ofMinutes(5), archive);
    assertEquals(
        List.of("2601.00001", "2601.00002", "2601.00003", "2601.00004", "2601.00005"),
        published().stream().distinct().sorted().toList());
    SourceAudit audit = topic.audits().getFirst();
    assertEquals(5, audit.getListed());
    assertEquals(2, audit.getMissed());
    assertEquals(0, audit.getMissing());
    assertEquals(Optional.of(LocalDate.parse("2026-01-09")), audit.getFirstDay());
    assertEquals(Optional.of(LocalDate.parse("2026-01-11")), audit.getLastDay());
    assertEquals(2, registry.get("paperflow.source.audit.missed").counter().count());
  }

  @Test
  void whatADayStillUnderWayGetsIsNotMissedYet() throws Exception {
    archive.add("2026-01-11", "2601.00004");
    archive.add("2026-01-12", "2601.00012");
    archive.hidden.add("2601.00012");
    hold(Duration.ofMinutes(5), archive);
    SourceAudit audit = topic.audits().getFirst();
    assertEquals(1, audit.getListed());
    assertEquals(0, audit.getMissed());
  }

  @Test
  void anAuditComesOnceADayAndKnowsWhatAPredecessorPublished() throws Exception {
    archive.add("2026-01-11", "2601.00004", "2601.00005");
    hold(Duration.ofHours(23), archive);
    assertEquals(1, topic.audits().size());
    hold(Duration.ofHours(3), archive);
    assertEquals(2, topic.audits().size());
    assertEquals(0, topic.audits().getLast().getMissed());
    assertEquals(2, topic.audits().getLast().getListed());
  }

  @Test
  void aRefusedDocumentIsToldOnce() throws Exception {
    archive.add("2026-01-12", "2601.00012");
    archive.garbled = true;
    hold(Duration.ofMinutes(45), archive);
    assertEquals(1, topic.deadLetters().size());
    assertEquals(List.of(), published());
  }

  @Test
  void whatHasNothingNewIsNotWrittenEachTime() throws Exception {
    archive.interval = Duration.ofSeconds(2);
    hold(Duration.ofMinutes(10), archive);
    long written =
        topic.of("fetcher.cursors").stream().filter(p -> p.key().equals("archive")).count();
    assertTrue(archive.steps.size() > 250, () -> "steps " + archive.steps.size());
    assertTrue(written <= 64, () -> "written " + written);
  }

  private static Order order(String id, String from, String to, int rate) {
    return new Order(
        id, "archive", Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)), rate);
  }

  private static Order order(String id, Order same) {
    return new Order(id, same.source(), same.from(), same.to(), same.stepsPerMinute());
  }

  private Progress progress(Kind kind) {
    return Optional.ofNullable(topic.state().get(new Task("archive", kind).key()))
        .flatMap(records::progress)
        .orElseThrow();
  }

  private PlayedLease lease(Duration lasts) {
    return new PlayedLease("group", topic.committed(), clock, lasts);
  }

  private void hold(Duration lasts, Archive... sources) throws InterruptedException {
    hold(lease(lasts), sources);
  }

  private void hold(PlayedLease lease, Archive... sources) throws InterruptedException {
    work(sources).run(lease, topic.state());
  }

  private SourcesWork work(Archive... sources) {
    return new SourcesWork(
        Stream.of(sources).map(s -> new ConfiguredSource(s, true, s.schedule())).toList(),
        new NoWeb(),
        new NoBudgets(),
        new SourceMetrics(registry, clock),
        clock,
        new Random(7));
  }

  private List<String> published() {
    return topic.documents().stream()
        .flatMap(String::lines)
        .map(line -> line.substring(8, 18))
        .toList();
  }

  private static String time(String step) {
    return step.substring(11, 19);
  }

  private static List<Duration> waits(List<String> steps) {
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      waits.add(Duration.between(instant(steps.get(i - 1)), instant(steps.get(i))));
    }
    return waits;
  }

  private static Instant instant(String step) {
    return Instant.parse(step.split(" ", -1)[0]);
  }
}
