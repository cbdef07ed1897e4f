package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class LeaseLoopTest {

  @Test
  void workBeginsOnlyWhenEverythingBeforeItIsDecided(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (KafkaProducer<byte[], byte[]> predecessor =
            kafka.producer(Map.of("transactional.id", kafka.name("predecessor")));
        LeaseLoop loop =
            loop(
                kafka,
                topic,
                (lease, state) -> {
                  byte[] value = state.get("lease");
                  seen.complete(value == null ? "nothing" : Texts.text(value));
                  awaitEnd(lease);
                })) {
      predecessor.initTransactions();
      predecessor.beginTransaction();
      predecessor.send(Texts.record(topic, "lease", "undecided")).get();
      loop.start();
      Await.until("it is assigned", () -> loop.status().assignedPartitions() == 1);
      Await.until("it has looked", () -> loop.status().state() == LoopStatus.State.RUNNING);
      predecessor.commitTransaction();
      assertEquals("undecided", seen.get());
    }
  }

  @Test
  void anOpenTransactionOfADeadPredecessorHoldsNobodyUpForLong(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    CompletableFuture<Integer> seen = new CompletableFuture<>();
    var dead = kafka.clients("dead").transactionalProducer(kafka.name("predecessor"));
    dead.initTransactions();
    dead.beginTransaction();
    dead.send(Texts.record(topic, "lease", "never")).get();
    try (LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, state) -> {
              seen.complete(state.size());
              awaitEnd(lease);
            })) {
      loop.start();
      Await.until("it begins", seen::isDone);
      assertEquals(0, seen.get());
    }
    KafkaClients.close(dead, Duration.ZERO);
  }

  @Test
  void whatOthersWriteIsToldAndOnlyWhatIsHeeded(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    List<String> told = new CopyOnWriteArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    try (LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, _) -> {
              begun.countDown();
              while (!lease.ending()) {
                lease
                    .await(Duration.ofSeconds(30))
                    .forEach(change -> told.add(change.key() + "=" + Texts.text(change.value())));
              }
            })) {
      loop.start();
      begun.await();
      kafka.send(
          List.of(
              Texts.record(topic, "other", "1"),
              Texts.record(topic, "heeded", "2"),
              Texts.record(topic, "heeded", "3")));
      Await.until("both are told", () -> told.size() >= 2);
    }
    assertEquals(List.of("heeded=2", "heeded=3"), told);
  }

  @Test
  void whatIsUnderWayIsFinishedAtTheEnd(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    CountDownLatch begun = new CountDownLatch(1);
    LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, _) -> {
              begun.countDown();
              awaitEnd(lease);
              commit(lease, topic, "the last step");
            });
    loop.start();
    begun.await();
    loop.close();
    assertEquals(List.of("the last step"), Texts.values(kafka.committed(topic)));
  }

  @Test
  void workThatDoesNotEndIsBrokenOffAndCommitsNothingMore(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> end = new CompletableFuture<>();
    LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, _) -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                end.complete(outcome(lease, topic));
                throw e;
              }
            });
    loop.start();
    begun.await();
    loop.close();
    assertEquals("over", end.get());
    assertEquals(List.of(), Texts.values(kafka.committed(topic)));
  }

  private static String outcome(Lease lease, String topic) {
    try {
      commit(lease, topic, "too late");
      return "committed";
    } catch (InterruptedException e) {
      return "over";
    }
  }

  @Test
  void aRecordThatIsTooLargeIsRefusedAndTheLeaseGoesOn(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    CompletableFuture<String> refused = new CompletableFuture<>();
    try (LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, _) -> {
              byte[] large = new byte[KafkaClients.MAX_LETTER_BYTES];
              PublishException e =
                  assertThrows(
                      PublishException.class,
                      () -> lease.commit(List.of(Publication.of(topic, "a", large, Map.of()))));
              commit(lease, topic, "small");
              refused.complete(e.getMessage());
              awaitEnd(lease);
            })) {
      loop.start();
      assertTrue(refused.get().contains(topic), refused::join);
    }
    assertEquals(List.of("small"), Texts.values(kafka.committed(topic)));
  }

  @Test
  void workThatFailsBeginsAnewWithWhatIsCommitted(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    try (LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, state) -> {
              sizes.add(state.size());
              if (state.isEmpty()) {
                commit(lease, topic, "before the failure");
                throw new IllegalStateException("a defect");
              }
              awaitEnd(lease);
            })) {
      loop.start();
      Await.until("it begins again", () -> sizes.size() == 2);
    }
    assertEquals(List.of(0, 1), sizes);
  }

  @Test
  void aPausedLoopLetsItsWorkEndAndKeepsItsLeases(TestKafka kafka) throws Exception {
    String topic = kafka.topic("cursors", 1);
    List<String> seen = new CopyOnWriteArrayList<>();
    try (LeaseLoop loop =
        loop(
            kafka,
            topic,
            (lease, _) -> {
              seen.add("begin");
              awaitEnd(lease);
              seen.add("end");
            })) {
      loop.start();
      Await.until("it begins", () -> seen.size() == 1);
      loop.pause();
      Await.until("it ends", () -> seen.size() == 2);
      assertEquals(1, loop.status().assignedPartitions());
      loop.resume();
      Await.until("it begins again", () -> seen.size() == 3);
    }
    assertEquals(List.of("begin", "end", "begin", "end"), seen);
  }

  private static void commit(Lease lease, String topic, String value) throws InterruptedException {
    try {
      lease.commit(List.of(Publication.of(topic, "lease", Texts.bytes(value), Map.of())));
    } catch (PublishException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEnd(Lease lease) throws InterruptedException {
    while (!lease.ending()) {
      var _ = lease.await(Duration.ofSeconds(30));
    }
  }

  @FunctionalInterface
  private interface Run {
    void run(Lease lease, Map<String, byte[]> state) throws InterruptedException;
  }

  private static LeaseLoop loop(TestKafka kafka, String topic, Run run) {
    LeaseWork work =
        new LeaseWork() {
          @Override
          public void run(Lease lease, Map<String, byte[]> state) throws InterruptedException {
            run.run(lease, state);
          }

          @Override
          public boolean heeds(String key) {
            return key.equals("heeded");
          }
        };
    LeaseSpec spec =
        new LeaseSpec(
            kafka.name("leases"),
            topic,
            List.of("lease"),
            work,
            List.of(new TopicSpec(topic, true)));
    return LeaseLoop.of(
        spec, kafka.clients(kafka.name("one")), new SimpleMeterRegistry(), new Random(7));
  }
}
