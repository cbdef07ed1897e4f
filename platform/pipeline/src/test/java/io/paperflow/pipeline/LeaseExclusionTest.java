package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leases among instances that come, go, fail, freeze and are killed. */
@ExtendWith(SharedKafka.class)
class LeaseExclusionTest {

  private static final int PARTITIONS = 4;

  /** One on each partition, so that whoever has a partition has work. */
  private static final List<String> LEASES =
      IntStream.range(0, PARTITIONS).mapToObj(LeaseExclusionTest::leaseOn).toList();

  private static String leaseOn(int partition) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> "lease-" + number)
        .filter(name -> TransformStep.partition(name, PARTITIONS) == partition)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachLeaseIsWorkedOnByOneAtATimeWhileInstancesComeGoFailFreezeAndAreKilled(TestKafka kafka)
      throws Exception {
    String topic = kafka.topic("cursors", PARTITIONS);
    String group = kafka.name("leases");
    Counting counting = Counting.on(topic);
    FaultyClients faulty = new FaultyClients(kafka.settings("faulty"), 10);
    try (LeaseLoop steady = counting.loop(kafka.clients("steady"), group, LEASES);
        LeaseLoop failing = counting.loop(faulty, group, LEASES);
        CountingProcess killed = CountingProcess.start(kafka, group, topic, LEASES);
        CountingProcess frozen = CountingProcess.start(kafka, group, topic, LEASES)) {
      steady.start();
      failing.start();
      Await.until(
          "both processes work",
          () -> killed.assigned(kafka, group) > 0 && frozen.assigned(kafka, group) > 0);
      killed.close();
      frozen.signal("STOP");
      Await.until("the frozen is given up", () -> frozen.assigned(kafka, group) == 0);
      awaitProgress(kafka, topic);
      frozen.signal("CONT");
      Await.until("the frozen is back", () -> frozen.assigned(kafka, group) > 0);
      for (int i = 0; i < 3; i++) {
        try (LeaseLoop visitor =
            counting.loop(kafka.clients(kafka.name("visitor")), group, LEASES)) {
          visitor.start();
          Await.until("a visitor works", () -> visitor.status().assignedPartitions() > 0);
          awaitProgress(kafka, topic);
        }
      }
      Await.until("the failing failed", () -> faulty.faults() >= 6);
      awaitProgress(kafka, topic);
    }
    assertEquals(0, counting.overlaps());
    for (String lease : LEASES) {
      List<Integer> numbers = numbers(kafka, topic, lease);
      assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, lease);
    }
  }

  /** Every lease is counted on by somebody. */
  private static void awaitProgress(TestKafka kafka, String topic) {
    List<Integer> before = LEASES.stream().map(l -> numbers(kafka, topic, l).size()).toList();
    Await.until(
        "progress of every lease",
        () ->
            IntStream.range(0, LEASES.size())
                .allMatch(i -> numbers(kafka, topic, LEASES.get(i)).size() > before.get(i) + 20));
  }

  private static List<Integer> numbers(TestKafka kafka, String topic, String lease) {
    return kafka.committed(topic).stream()
        .filter(record -> Texts.text(record.key()).equals(lease))
        .map(record -> Integer.valueOf(Texts.text(record.value())))
        .toList();
  }
}
