package io.paperflow.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that counts on from where its lease was left, each number once, and tells when two do it at
 * the same time in this process.
 */
final class Counting implements LeaseWork {

  private static final Duration PAUSE = Duration.ofMillis(2);

  private final String topic;
  private final Map<String, AtomicInteger> working;
  private final AtomicInteger overlaps;

  private Counting(String topic, Map<String, AtomicInteger> working, AtomicInteger overlaps) {
    this.topic = topic;
    this.working = working;
    this.overlaps = overlaps;
  }

  static Counting on(String topic) {
    return new Counting(topic, new ConcurrentHashMap<>(), new AtomicInteger());
  }

  /** How often two worked at the same time. */
  int overlaps() {
    return overlaps.get();
  }

  LeaseLoop loop(KafkaClients clients, String group, List<String> leases) {
    LeaseSpec spec = new LeaseSpec(group, topic, leases, this, List.of(new TopicSpec(topic, true)));
    return LeaseLoop.of(spec, clients, new SimpleMeterRegistry(), new Random(7));
  }

  @Override
  public void run(Lease lease, Map<String, byte[]> state) throws InterruptedException {
    AtomicInteger own = working.computeIfAbsent(lease.name(), _ -> new AtomicInteger());
    if (own.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    try {
      byte[] before = state.get(lease.name());
      int number = before == null ? 0 : Integer.parseInt(Texts.text(before));
      while (!lease.ending()) {
        lease.confirm();
        number++;
        lease.commit(List.of(publication(lease.name(), number)));
        var _ = lease.await(PAUSE);
      }
    } catch (PublishException e) {
      throw new IllegalStateException(e);
    } finally {
      own.decrementAndGet();
    }
  }

  private Publication publication(String lease, int number) {
    return Publication.of(topic, lease, Texts.bytes(Integer.toString(number)), Map.of());
  }

  @Override
  public boolean heeds(String key) {
    return false;
  }
}
