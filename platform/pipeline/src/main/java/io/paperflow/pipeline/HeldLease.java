package io.paperflow.pipeline;

import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease that this instance has, with the thread that works under it. */
final class HeldLease implements Lease {

  private static final Logger log = LoggerFactory.getLogger(HeldLease.class);

  private static final Duration PROOF_WAIT = Duration.ofMillis(500);

  private final String name;
  private final TopicPartition partition;
  private final LeaseWork work;
  private final LeaseProof proof;
  private final BlockingQueue<LeaseCommit> commits;
  private final Thread thread;

  /** Empty is a call to look up. */
  private final BlockingQueue<Optional<Change>> changes = new LinkedBlockingQueue<>();

  private volatile boolean ending;
  private volatile boolean over;
  private volatile Optional<Throwable> failure = Optional.empty();

  HeldLease(
      String name,
      TopicPartition partition,
      LeaseWork work,
      Map<String, byte[]> state,
      LeaseProof proof,
      BlockingQueue<LeaseCommit> commits) {
    this.name = name;
    this.partition = partition;
    this.work = work;
    this.proof = proof;
    this.commits = commits;
    this.thread = Thread.ofVirtual().name("lease-" + name).unstarted(() -> run(state));
  }

  private void run(Map<String, byte[]> state) {
    try {
      work.run(this, state);
    } catch (InterruptedException e) {
      log.debug("{}: ended in the middle", name);
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
    }
  }

  void start() {
    thread.start();
  }

  @Override
  public String name() {
    return name;
  }

  TopicPartition partition() {
    return partition;
  }

  /** Why the work ended by itself, if it did. */
  Optional<Throwable> failure() {
    return over ? Optional.empty() : failure;
  }

  boolean runs() {
    return thread.isAlive();
  }

  /** Asks the work to end when it has finished what it is at. */
  void ask() {
    ending = true;
    changes.add(Optional.empty());
  }

  /** Nothing is committed from now on. */
  void cut() {
    over = true;
    ask();
    thread.interrupt();
  }

  boolean over() {
    return over;
  }

  /** Waits for the end of the thread; returns whether it came. */
  boolean awaitEnd(Duration longest) throws InterruptedException {
    return thread.join(longest);
  }

  /** Tells the work of a record that was written. */
  void written(String key, byte[] value) {
    if (work.heeds(key)) {
      changes.add(Optional.of(new Change(key, value)));
    }
  }

  @Override
  public boolean ending() {
    return ending;
  }

  @Override
  public void confirm() throws InterruptedException {
    checkNotOver();
    while (!proof.holds()) {
      proof.await(PROOF_WAIT);
      checkNotOver();
    }
  }

  private void checkNotOver() throws InterruptedException {
    if (over) {
      throw new InterruptedException("the lease " + name + " is over");
    }
  }

  @Override
  public List<Change> await(Duration longest) throws InterruptedException {
    List<Optional<Change>> seen = new ArrayList<>();
    Optional<Change> first = changes.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (first != null) {
      seen.add(first);
      changes.drainTo(seen);
    }
    checkNotOver();
    return seen.stream().flatMap(Optional::stream).toList();
  }

  @Override
  public void commit(List<Publication> publications) throws InterruptedException, PublishException {
    Publisher.checkSizes(publications.stream().map(p -> p.record(_ -> 1)).toList());
    checkNotOver();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    commits.add(new LeaseCommit(this, publications, done));
    try {
      var _ = done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a commit is done or given up", e);
    }
  }
}
