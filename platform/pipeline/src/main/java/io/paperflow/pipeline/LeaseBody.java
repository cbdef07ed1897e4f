package io.paperflow.pipeline;

import io.paperflow.pipeline.LoopThread.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a lease loop. Whoever is assigned a partition of the state's topic has the leases
 * whose names fall on it. All that the works commit is committed here, on the loop's thread, with
 * the membership as it is at that moment: a member that was expelled is fenced by the brokers, and
 * one from which a partition was taken has ended its works before it let go.
 *
 * <p>The state is read up to the end of the partition including what is not decided yet. A
 * predecessor's last transaction wrote its records before it asked for the commit, so it is either
 * among what is waited for, or it asks too late and is fenced.
 */
final class LeaseBody implements LoopThread.Body, GroupConsumer.Partitions {

  private static final Logger log = LoggerFactory.getLogger(LeaseBody.class);

  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration WAIT = Duration.ofMillis(40);
  private static final Duration PROOF_EVERY = Duration.ofSeconds(1);
  private static final Duration PROOF_BOUND = Duration.ofSeconds(1);

  /** Others wait for a partition meanwhile. */
  private static final Duration REVOKED_GRACE = Duration.ofSeconds(5);

  private static final Duration DRAIN_GRACE = Duration.ofSeconds(15);

  /** What an interrupted work needs to end. */
  private static final Duration CUT = Duration.ofSeconds(3);

  private final LeaseSpec spec;
  private final GroupConsumer group;
  private final Transaction transaction;
  private final Runnable topics;
  private final LeaseProof proof;
  private final LeasePartitions partitions;
  private final BlockingQueue<LeaseCommit> commits = new LinkedBlockingQueue<>();
  private long askedAt = System.nanoTime() - PROOF_EVERY.toNanos();

  LeaseBody(
      LeaseSpec spec,
      GroupConsumer group,
      Transaction transaction,
      Runnable topics,
      LeasePartitions partitions,
      LeaseProof proof) {
    this.spec = spec;
    this.group = group;
    this.transaction = transaction;
    this.topics = topics;
    this.partitions = partitions;
    this.proof = proof;
  }

  /** After trouble nobody knows what was committed: all works begin anew with what is there. */
  @Override
  public void prepare() {
    end(partitions.removeAll(), Duration.ZERO);
    topics.run();
    transaction.restart();
    group.join(this);
    partitions.add(group.assignment());
  }

  @Override
  public boolean turn(Signals signals) {
    if (signals.paused()) {
      rest();
      return false;
    }
    group.hold(false);
    partitions.take(group.poll(POLL));
    partitions.begin(this::leases);
    renew();
    checkWorks();
    return commit(partitions.reading() ? Duration.ZERO : WAIT);
  }

  private void rest() {
    List<HeldLease> leases = partitions.leases();
    if (!leases.isEmpty()) {
      end(leases, DRAIN_GRACE);
      partitions.add(group.assignment());
    }
    group.stay(WAIT);
  }

  private List<HeldLease> leases(TopicPartition partition, Map<String, byte[]> state) {
    int count = transaction.partitionsOf(spec.topic());
    return spec.leases().stream()
        .filter(name -> TransformStep.partition(name, count) == partition.partition())
        .map(name -> new HeldLease(name, partition, spec.work(), state, proof, commits))
        .toList();
  }

  /** Asks the brokers now and then whether this instance still is a member. */
  private void renew() {
    List<HeldLease> leases = partitions.leases();
    if (leases.isEmpty() || System.nanoTime() - askedAt < PROOF_EVERY.toNanos()) {
      return;
    }
    askedAt = System.nanoTime();
    try {
      group.commit(offsets(List.of(leases.getFirst())), PROOF_BOUND);
      proof.given(askedAt);
    } catch (RetriableException | RebalanceInProgressException | CommitFailedException e) {
      log.debug("{}: the lease is not confirmed", spec.name(), e);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(Collection<HeldLease> leases) {
    return leases.stream()
        .map(HeldLease::partition)
        .distinct()
        .collect(Collectors.toMap(key -> key, key -> new OffsetAndMetadata(group.position(key))));
  }

  private void checkWorks() {
    for (HeldLease lease : partitions.leases()) {
      lease
          .failure()
          .ifPresent(
              cause -> {
                throw new IllegalStateException("the work of " + lease.name() + " failed", cause);
              });
    }
  }

  /** Commits what works want committed; waits a little for it. */
  private boolean commit(Duration wait) {
    List<LeaseCommit> batch = new ArrayList<>();
    try {
      LeaseCommit first = commits.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        batch.add(first);
        commits.drainTo(batch);
      }
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    }
    batch.removeIf(commit -> commit.lease().over());
    if (batch.isEmpty()) {
      return false;
    }
    for (LeaseCommit commit : batch) {
      commit.publications().stream()
          .map(publication -> publication.record(transaction::partitionsOf))
          .forEach(transaction::send);
    }
    // Whoever comes next must find the records before it can be too late for the offsets.
    transaction.flush();
    transaction.handled(offsets(batch.stream().map(LeaseCommit::lease).toList()));
    var _ = transaction.commit();
    batch.forEach(commit -> commit.done().complete(true));
    return true;
  }

  /** Ends works: lets them finish what they are at within the grace, then breaks them off. */
  private void end(List<HeldLease> leases, Duration grace) {
    leases.forEach(HeldLease::ask);
    long until = System.nanoTime() + grace.toNanos();
    try {
      while (System.nanoTime() - until < 0 && leases.stream().anyMatch(HeldLease::runs)) {
        renew();
        var _ = commit(WAIT);
      }
    } finally {
      leases.forEach(HeldLease::cut);
      awaitEnd(leases);
    }
  }

  private static void awaitEnd(List<HeldLease> leases) {
    try {
      for (HeldLease lease : leases) {
        if (!lease.awaitEnd(CUT)) {
          log.warn("{}: still at work though its lease is over", lease.name());
        }
      }
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    }
  }

  @Override
  public void assigned(Collection<TopicPartition> assigned) {
    partitions.add(assigned);
  }

  @Override
  public void revoked(Collection<TopicPartition> revoked) {
    end(partitions.remove(revoked), REVOKED_GRACE);
  }

  @Override
  public void lost(Collection<TopicPartition> lost) {
    end(partitions.remove(lost), Duration.ZERO);
  }

  @Override
  public void drain(Signals signals) {
    end(partitions.leases(), DRAIN_GRACE);
  }

  @Override
  public void release() {
    try {
      end(partitions.removeAll(), Duration.ZERO);
    } catch (RuntimeException e) {
      log.debug("{}: could not wait for the works", spec.name(), e);
    }
    transaction.release();
    group.close();
  }

  @Override
  public int assigned() {
    return group.assigned();
  }

  /** Without certainty the works make no request. */
  @Override
  public Optional<Failure> waitsFor() {
    return partitions.leases().isEmpty() || proof.holds()
        ? Optional.empty()
        : Optional.of(
            Failure.transientFailure(
                "lease-not-confirmed", "Kafka does not confirm that this instance has its leases"));
  }
}
