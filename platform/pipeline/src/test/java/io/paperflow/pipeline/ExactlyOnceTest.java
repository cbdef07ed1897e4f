package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class ExactlyOnceTest {

  private static final int LEAST = 20_000;

  @Test
  void nothingIsLostOrDoubledWhileInstancesComeGoFailFreezeAndAreKilled(TestKafka kafka)
      throws Exception {
    Copying copying = Copying.on(kafka, 8);
    List<MeterRegistry> registries = new ArrayList<>();
    FaultyClients faulty = new FaultyClients(kafka.settings("faulty"), 10);
    try (Feed feed = Feed.into(kafka, copying.input());
        TransformLoop steady = copying.loop(kafka.clients("steady"), registry(registries));
        TransformLoop failing = copying.loop(faulty, registry(registries));
        CopyingProcess killed = CopyingProcess.start(kafka, copying);
        CopyingProcess frozen = CopyingProcess.start(kafka, copying)) {
      steady.start();
      failing.start();
      Await.until(
          "both processes work",
          () -> killed.assigned(kafka, copying) > 0 && frozen.assigned(kafka, copying) > 0);
      killed.close();
      frozen.signal("STOP");
      for (int i = 0; i < 4; i++) {
        try (TransformLoop visitor =
            copying.loop(kafka.clients(kafka.name("visitor")), registry(registries))) {
          visitor.start();
          Await.until("a visitor works", () -> visitor.status().assignedPartitions() > 0);
        }
      }
      Await.until("the frozen is given up", () -> frozen.assigned(kafka, copying) == 0);
      frozen.signal("CONT");
      Await.until("the frozen is back", () -> frozen.assigned(kafka, copying) > 0);
      Await.until("enough is fed", () -> feed.size() >= LEAST);
      Await.until("the failing failed", () -> faulty.faults() >= 6);
      List<Numbered> sent = feed.end();
      kafka.awaitDone(copying.group(), copying.input());

      Guarantee.Run run = new Guarantee.Run(sent, Numbered.read(kafka.committed(copying.output())));
      Guarantee.NOTHING_LOST.check(run);
      Guarantee.NOTHING_TWICE.check(run);
      Guarantee.ORDER_PER_KEY.check(run);
      assertEquals(List.of(), kafka.committed(copying.deadLetters()));
    }
    registries.forEach(registry -> Guarantee.accounted(registry, copying.group()));
    assertTrue(registries.size() > 2);
  }

  private static MeterRegistry registry(List<MeterRegistry> registries) {
    MeterRegistry registry = new SimpleMeterRegistry();
    registries.add(registry);
    return registry;
  }
}
