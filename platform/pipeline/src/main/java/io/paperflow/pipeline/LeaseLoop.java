package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Shares leases among the instances of a service: each is worked on by one instance at a time, its
 * records and its state are written in one transaction, and when an instance dies another has its
 * leases within half a minute. The consumer group on the topic of the state is what decides.
 */
public final class LeaseLoop implements Loop {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final String name;
  private final LoopThread thread;

  private LeaseLoop(String name, LoopThread thread) {
    this.name = name;
    this.thread = thread;
  }

  /** A loop that is ready to be started. */
  public static LeaseLoop of(
      LeaseSpec spec, KafkaClients clients, MeterRegistry registry, RandomGenerator random) {
    GroupConsumer group =
        new GroupConsumer(() -> clients.consumer(spec.name()), registry, spec.topic());
    LeaseBody body =
        new LeaseBody(
            spec,
            group,
            new Transaction(() -> clients.transactionalProducer(spec.name()), group::membership),
            () -> TopicSpec.ensure(clients, spec.name(), spec.topics()),
            new LeasePartitions(group, keys -> ends(clients, spec.name(), keys)),
            new LeaseProof(clients.session()));
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    return new LeaseLoop(spec.name(), new LoopThread(spec.name(), body, backoff, random));
  }

  private static Map<TopicPartition, Long> ends(
      KafkaClients clients, String name, Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    Admin admin = clients.admin(name);
    try {
      Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(wanted).all().get();
      return found.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      throw KafkaTrouble.unchecked(e);
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void pause() {
    thread.pause(true);
  }

  @Override
  public void resume() {
    thread.pause(false);
  }

  @Override
  public LoopStatus status() {
    return thread.status();
  }

  /** Empty: the loop writes to Kafka alone, which is checked for all loops together. */
  @Override
  public Optional<Failure> check() {
    return Optional.empty();
  }

  @Override
  public void close() {
    thread.close(DRAIN);
  }
}
