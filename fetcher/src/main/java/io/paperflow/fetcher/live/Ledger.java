package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Commits what a step has published together with how far its source is then. Not thread-safe. */
final class Ledger {

  /** How often it is written that there was nothing new. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final DocumentPublisher publisher;
  private final Journal journal;
  private final Supplier<Publication> budget;
  private final Map<Task, Saved> saved = new HashMap<>();

  private record Saved(Cursor cursor, Instant at) {

    static final Saved NOTHING = new Saved(Cursor.EMPTY, Instant.EPOCH);
  }

  /**
   * A ledger.
   *
   * @param budget what has been used of the hosts' limits
   */
  Ledger(DocumentPublisher publisher, Journal journal, Supplier<Publication> budget) {
    this.publisher = publisher;
    this.journal = journal;
    this.budget = budget;
  }

  /** Commits the documents of a step and the progress after it. */
  void save(Task task, Progress before, Progress after, Instant now) throws InterruptedException {
    if (publisher.pending() || news(task, before, after, now)) {
      commit(task, after, List.of(), now);
    }
  }

  /** Commits a progress with what belongs to it. */
  void commit(Task task, Progress after, List<Publication> more, Instant now)
      throws InterruptedException {
    more.forEach(publisher::pend);
    publisher.pend(journal.progress(task, after));
    publisher.pend(budget.get());
    try {
      publisher.flush();
    } catch (PublishException e) {
      // What can be too large was cut before.
      throw new IllegalStateException(e);
    }
    saved.put(task, new Saved(after.cursor(), now));
  }

  /** A source that is looked at every few seconds and has nothing new is no news each time. */
  private boolean news(Task task, Progress before, Progress after, Instant now) {
    Saved last = saved.getOrDefault(task, Saved.NOTHING);
    return task.kind() != Kind.LIVE
        || before.trouble().isPresent()
        || after.trouble().isPresent()
        || (!after.underWay() && !after.cursor().equals(last.cursor()))
        || !now.isBefore(last.at().plus(QUIET));
  }
}
