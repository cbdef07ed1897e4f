package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class HistoryLoopTest {

  private final Taken taken = new Taken();

  @Test
  void everyInstanceTakesAllThatIsCommittedAndThenWhatComes(TestKafka kafka) throws Exception {
    String topic = kafka.topic("signals", 3);
    kafka.sendInTransactions(
        List.of(
            Texts.record(topic, "a", "1"),
            Texts.record(topic, "b", "2"),
            Texts.record(topic, "c", "3")),
        2);
    kafka.sendAborted(List.of(Texts.record(topic, "a", "aborted")));

    try (Loop loop = loop(kafka, topic, Duration.ofDays(1))) {
      loop.start();
      taken.awaitCompleteAfter(Instant.now());
      assertEquals(List.of("1", "2", "3"), taken.sorted());

      kafka.sendInTransactions(List.of(Texts.record(topic, "a", "4")), 1);
      taken.awaitCompleteAfter(Instant.now());
      assertEquals(List.of("1", "2", "3", "4"), taken.sorted());
      assertEquals(1, taken.clears);
    }
  }

  @Test
  void aTopicThatIsMadeForItIsNoTrouble(TestKafka kafka) throws Exception {
    try (Loop loop = loop(kafka, "made-for-it", Duration.ofDays(1))) {
      loop.start();
      taken.awaitCompleteAfter(Instant.now());

      assertEquals(Optional.empty(), loop.status().trouble());
      assertEquals(1, taken.clears);
    }
  }

  @Test
  void itBeginsWithWhatIsYoungEnough(TestKafka kafka) throws Exception {
    String topic = kafka.topic("signals", 1);
    kafka.sendInTransactions(List.of(Texts.record(topic, "a", "old")), 1);
    Instant between = Instant.now().plusMillis(1);
    Await.until("time passes", () -> Instant.now().isAfter(between));
    kafka.sendInTransactions(List.of(Texts.record(topic, "a", "young")), 1);

    List<String> span = new ArrayList<>();
    new TopicReader(kafka.clients("reader"))
        .written(
            topic,
            new TextCodec(),
            between,
            Instant.now().plusSeconds(60),
            record -> span.add(record.value()));
    assertEquals(List.of("young"), span);

    List<String> before = new ArrayList<>();
    new TopicReader(kafka.clients("reader"))
        .written(
            topic,
            new TextCodec(),
            Instant.EPOCH,
            between.minusMillis(1),
            record -> before.add(record.value()));
    assertEquals(List.of("old"), before);

    try (Loop loop = loop(kafka, topic, Duration.between(between, Instant.now()))) {
      loop.start();
      taken.awaitCompleteAfter(Instant.now());
      assertTrue(!taken.sorted().contains("old"));
    }
  }

  private Loop loop(TestKafka kafka, String topic, Duration back) {
    return HistoryLoop.of(
        new HistorySpec<>(
            "history-" + topic,
            new TopicSpec(topic, TopicSpec.Kept.ALL),
            new TextCodec(),
            back,
            taken),
        kafka.clients("history"),
        InstantSource.system(),
        new Random(1));
  }

  private static final class Taken implements History<String> {

    private final List<String> values = new ArrayList<>();
    private Instant complete = Instant.MIN;
    private int clears;

    @Override
    public synchronized void clear() {
      values.clear();
      clears++;
    }

    @Override
    public synchronized void take(Delivery<String> record) {
      values.add(record.value());
    }

    @Override
    public synchronized void complete(Instant until) {
      complete = until;
      notifyAll();
    }

    synchronized void awaitCompleteAfter(Instant moment) throws InterruptedException {
      long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!complete.isAfter(moment) && System.nanoTime() < until) {
        wait(1000);
      }
      assertTrue(complete.isAfter(moment), "not complete");
    }

    synchronized List<String> sorted() {
      return values.stream().sorted().toList();
    }
  }
}
