package io.paperflow.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes batches on threads of its own; the loop's thread picks the verdicts up. */
final class SinkWriters<T> implements AutoCloseable {

  /** A batch that was written, with a verdict for each item. */
  record Written<T>(List<SinkItem<T>> items, List<Verdict> verdicts) {}

  private static final Logger log = LoggerFactory.getLogger(SinkWriters.class);

  private final String name;
  private final Sink<T> sink;
  private final ExecutorService executor;
  private final ConcurrentLinkedQueue<Written<T>> written = new ConcurrentLinkedQueue<>();

  /** Touched by the loop's thread only. */
  private int inFlight;

  SinkWriters(String name, Sink<T> sink, int writers) {
    this.name = name;
    this.sink = sink;
    this.executor =
        Executors.newFixedThreadPool(
            writers, Thread.ofPlatform().daemon().name("writer-" + name + "-", 0).factory());
  }

  void submit(List<SinkItem<T>> items) {
    inFlight += items.size();
    executor.execute(() -> written.add(new Written<>(items, write(items))));
  }

  private List<Verdict> write(List<SinkItem<T>> items) {
    Failure failure;
    try {
      List<Verdict> verdicts = sink.write(items.stream().map(SinkItem::delivery).toList());
      if (verdicts.size() == items.size()) {
        return verdicts;
      }
      failure =
          new Failure(
              "sink-miscounted",
              FailureCategory.FATAL,
              name + ": " + verdicts.size() + " verdicts for " + items.size() + " items");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = Failure.transientFailure("interrupted", name + ": stopped while writing");
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("{}: a write of {} items threw", name, items.size(), e);
      failure = Failure.transientFailure("sink-threw", TransformStep.reason(e));
    }
    return Collections.nCopies(items.size(), Verdict.failed(failure));
  }

  /** The batches that were written since the last call. */
  List<Written<T>> finished() {
    List<Written<T>> batches = new ArrayList<>();
    for (Written<T> next = written.poll(); next != null; next = written.poll()) {
      inFlight -= next.items().size();
      batches.add(next);
    }
    return batches;
  }

  /** Items handed over and not picked up yet. */
  int inFlight() {
    return inFlight;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("{}: a write did not end; its items will be written again", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
