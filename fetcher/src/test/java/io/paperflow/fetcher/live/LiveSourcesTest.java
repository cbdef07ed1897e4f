package io.paperflow.fetcher.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.agenda.Order;
import io.paperflow.http.Answer;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import io.paperflow.pipeline.LeaseLoop;
import io.paperflow.schemas.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sources on a real broker. */
@Timeout(300)
class LiveSourcesTest {

  @SuppressWarnings("NullAway.Init")
  private FetcherKafka kafka;

  @BeforeEach
  void start() throws Exception {
    kafka = new FetcherKafka();
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void replicasThatAreKilledLoseAndDoubleNothing() throws Exception {
    for (int round = 0; round < 3; round++) {
      int least = 150 * (round + 1);
      try (NumbersProcess first = NumbersProcess.start(kafka, "first");
          NumbersProcess second = NumbersProcess.start(kafka, "second-" + round)) {
        // The second lives on for a while, so that it takes over from one that is dead.
        awaitUntil("some papers", () -> published().size() >= least);
        first.close();
        awaitUntil("the survivor's papers", () -> published().size() >= least + 60);
      }
    }
    try (NumbersProcess last = NumbersProcess.start(kafka, "last")) {
      awaitUntil(
          "all papers", () -> published().stream().distinct().count() >= 4L * NumbersProcess.LAST);
      assertTrue(last != null);
    }
    assertEachOnce(NumbersProcess.LAST);
  }

  @Test
  void twoReplicasShareTheSourcesAndNeverReadOneAtTheSameTime() throws Exception {
    Exclusive web = new Exclusive();
    List<Numbers> sources = NumbersProcess.sources(300);
    try (LeaseLoop steady =
        NumbersProcess.loop(kafka.clients("steady"), web.of("steady"), sources)) {
      steady.start();
      for (int i = 0; i < 3; i++) {
        String name = "visitor-" + i;
        try (LeaseLoop visitor = NumbersProcess.loop(kafka.clients(name), web.of(name), sources)) {
          visitor.start();
          awaitUntil("the visitor reads", () -> web.requests(name) > 0);
        }
      }
      awaitUntil("all papers", () -> published().size() >= 4 * 300);
    }
    assertEquals(0, web.overlaps());
    assertTrue(web.requests("steady") > 0);
    assertEachOnce(300);
  }

  @Test
  void anOrderIsTakenByTheInstanceThatHasTheSource() throws Exception {
    List<Numbers> sources = List.of(new Numbers("a", "shared", 20));
    SourceRecords records = new SourceRecords();
    LocalDate day = LocalDate.parse("2026-01-01");
    Order order = new Order("1", "a", Optional.of(day), Optional.of(day), 600);
    try (LeaseLoop loop = NumbersProcess.loop(kafka.clients("one"), new NoWeb(), sources);
        var publisher =
            new io.paperflow.pipeline.Publisher(
                kafka.clients("asker"), "order", new java.util.Random(7))) {
      loop.start();
      awaitUntil("the live papers", () -> published().size() >= 20);
      publisher.publish(List.of(records.order(order).placed("shared")));
      awaitUntil("the past papers", () -> published().size() >= 40);
    }
    assertEquals(20, published().stream().filter(uri -> uri.contains("/past/")).distinct().count());
  }

  private void assertEachOnce(int last) {
    Map<String, Long> counts =
        published().stream()
            .collect(Collectors.groupingBy(u -> u, TreeMap::new, Collectors.counting()));
    List<String> expected = new ArrayList<>();
    for (Numbers source : NumbersProcess.sources(last)) {
      IntStream.rangeClosed(1, last)
          .forEach(n -> expected.add("https://example.org/%s/live/%d".formatted(source.name(), n)));
    }
    assertEquals(expected.stream().sorted().toList(), List.copyOf(counts.keySet()));
    assertEquals(
        List.of(), counts.entrySet().stream().filter(e -> e.getValue() > 1).toList(), "twice");
  }

  private List<String> published() {
    return kafka.committed(Topics.RAW).stream().map(LiveSourcesTest::key).toList();
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void awaitUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(200_000_000L);
    }
  }

  /** A web that sees who asks at the same time for sources of the same host group. */
  private static final class Exclusive {

    private final Map<String, String> asking = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final AtomicInteger overlaps = new AtomicInteger();

    Web of(String instance) {
      return request -> answer(instance, request);
    }

    private Answer answer(String instance, Request request) {
      String path = request.uri().getPath();
      String group = path.equals("/a") || path.equals("/b") ? "shared" : path;
      if (asking.putIfAbsent(group, instance) != null) {
        overlaps.incrementAndGet();
      }
      requests.computeIfAbsent(instance, _ -> new AtomicInteger()).incrementAndGet();
      LockSupport.parkNanos(2_000_000L);
      asking.remove(group, instance);
      return new Answer.NotModified(Validators.NONE);
    }

    int requests(String instance) {
      return requests.getOrDefault(instance, new AtomicInteger()).get();
    }

    int overlaps() {
      return overlaps.get();
    }
  }
}
