package io.paperflow.testkit.lease;

import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A lease in virtual time: it ends at a moment, or breaks off before or after some commit. Not
 * thread-safe.
 */
public final class PlayedLease implements Lease {

  private record Event(Instant at, Change change) {}

  private final String name;
  private final CommittedRecords topic;
  private final Ticking clock;
  private final Instant end;
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
  private int callsLeft = Integer.MAX_VALUE;

  /**
   * A lease that begins now.
   *
   * @param topic where its commits are kept
   */
  public PlayedLease(String name, CommittedRecords topic, Ticking clock, Duration lasts) {
    this.name = name;
    this.topic = topic;
    this.clock = clock;
    this.end = clock.instant().plus(lasts);
  }

  /** Breaks off at the call of this number, as a killed process does. */
  public PlayedLease breaksAt(int call) {
    callsLeft = call;
    return this;
  }

  /** Somebody writes a record then. */
  public PlayedLease written(Duration after, Publication publication) {
    Change change = new Change(publication.key(), publication.value().orElseThrow());
    events.add(new Event(clock.instant().plus(after), change));
    return this;
  }

  private void call() throws InterruptedException {
    callsLeft--;
    if (callsLeft <= 0) {
      throw new InterruptedException("broken off");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean ending() {
    return !clock.instant().isBefore(end);
  }

  @Override
  public void confirm() throws InterruptedException {
    call();
  }

  @Override
  public List<Change> await(Duration longest) {
    Instant until = clock.instant().plus(longest);
    until = until.isAfter(end) ? end : until;
    if (!events.isEmpty() && events.peek().at().isBefore(until)) {
      until = events.peek().at();
    }
    if (until.isAfter(clock.instant())) {
      clock.pass(Duration.between(clock.instant(), until));
    }
    List<Change> changes = new ArrayList<>();
    while (!events.isEmpty() && !events.peek().at().isAfter(clock.instant())) {
      changes.add(events.remove().change());
    }
    return changes;
  }

  /** Breaks off before the commit, or after it with its answer unheard. */
  @Override
  public void commit(List<Publication> publications) throws InterruptedException {
    call();
    topic.commit(publications);
    call();
  }
}
