package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes and writes batches on threads of its own; the loop's thread picks the verdicts up. There
 * is a verdict for every item, whatever the store does.
 */
final class SinkWriters<T> implements AutoCloseable {

  /**
   * A batch that was written, with a verdict for each item.
   *
   * @param took from the beginning of the write to the verdicts
   */
  record Written(List<SinkItem> items, List<Verdict> verdicts, Duration took) {}

  private static final Logger log = LoggerFactory.getLogger(SinkWriters.class);

  private static final long CLOSE_SECONDS = 3;

  private final String name;
  private final Codec<T> codec;
  private final Sink<T> sink;
  private final ExecutorService executor;
  private final LinkedBlockingQueue<Written> written = new LinkedBlockingQueue<>();

  /** Touched by the loop's thread only. */
  private int batches;

  SinkWriters(String name, Codec<T> codec, Sink<T> sink, int writers) {
    this.name = name;
    this.codec = codec;
    this.sink = sink;
    this.executor =
        Executors.newFixedThreadPool(
            writers, Thread.ofPlatform().daemon().name("writer-" + name + "-", 0).factory());
  }

  void submit(List<SinkItem> items) {
    batches++;
    executor.execute(
        () -> {
          long begun = System.nanoTime();
          List<Verdict> verdicts = verdicts(items);
          Duration took = Duration.ofNanos(System.nanoTime() - begun);
          written.add(new Written(items, verdicts, took));
        });
  }

  private List<Verdict> verdicts(List<SinkItem> items) {
    try {
      return decodedAndWritten(items);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return all(items, Failure.transientFailure("interrupted", name + ": stopped while writing"));
    } catch (Error e) {
      // A writer that ended without a verdict would hold its offsets back for ever, unseen.
      log.error("{}: a write ended", name, e);
      return all(items, new Failure("sink-error", FailureCategory.FATAL, Thrown.withPlace(e)));
    }
  }

  /**
   * Decoding here keeps the loop's thread free, and what waits in the queue as small as it came.
   */
  private List<Verdict> decodedAndWritten(List<SinkItem> items) throws InterruptedException {
    List<Delivery<T>> readable = new ArrayList<>(items.size());
    List<Optional<Failure>> unreadable = new ArrayList<>(items.size());
    for (SinkItem item : items) {
      try {
        T value = codec.decode(item.record().value());
        readable.add(Delivery.of(item.record(), value));
        unreadable.add(Optional.empty());
      } catch (UndecodableException | RuntimeException | StackOverflowError e) {
        unreadable.add(Optional.of(Failure.permanent("undecodable", Thrown.reason(e))));
      }
    }
    Iterator<Verdict> written =
        readable.isEmpty() ? Collections.emptyIterator() : write(readable).iterator();
    return unreadable.stream()
        .map(failure -> failure.map(Verdict::failed).orElseGet(written::next))
        .toList();
  }

  private List<Verdict> write(List<Delivery<T>> items) throws InterruptedException {
    try {
      List<Verdict> verdicts = List.copyOf(sink.write(items));
      if (verdicts.size() == items.size()) {
        return verdicts;
      }
      String message =
          "%s: %d verdicts for %d items".formatted(name, verdicts.size(), items.size());
      return all(items, new Failure("sink-miscounted", FailureCategory.FATAL, message));
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("{}: a write of {} items threw: {}", name, items.size(), Thrown.withPlace(e));
      log.debug("{}: cause", name, e);
      return items.size() == 1 ? List.of(alone(e)) : halves(items);
    }
  }

  /** One item may be why the others are not written: it is to fail alone. */
  private List<Verdict> halves(List<Delivery<T>> items) throws InterruptedException {
    int middle = items.size() / 2;
    List<Verdict> verdicts = new ArrayList<>(items.size());
    verdicts.addAll(write(items.subList(0, middle)));
    verdicts.addAll(write(items.subList(middle, items.size())));
    return verdicts;
  }

  /** With a healthy store it is the item. */
  private Verdict alone(Throwable e) {
    FailureCategory category;
    try {
      category = sink.check().isEmpty() ? FailureCategory.PERMANENT : FailureCategory.TRANSIENT;
    } catch (RuntimeException failed) {
      category = FailureCategory.TRANSIENT;
    }
    return Verdict.failed(new Failure("sink-threw", category, Thrown.withPlace(e)));
  }

  private static List<Verdict> all(List<?> items, Failure failure) {
    return Collections.nCopies(items.size(), Verdict.failed(failure));
  }

  /** Tells the store that nothing more waits; what comes of it is its own affair. */
  void caughtUp() {
    executor.execute(
        () -> {
          try {
            sink.caughtUp();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            log.warn("{}: not made visible at once: {}", name, Thrown.withPlace(e));
          }
        });
  }

  /**
   * The batches that were written since the last call.
   *
   * @param wait for the first one, while any is being written; an interrupt ends it
   */
  List<Written> finished(Duration wait) {
    List<Written> list = new ArrayList<>();
    if (batches > 0 && written.isEmpty()) {
      first(wait).ifPresent(list::add);
    }
    var _ = written.drainTo(list);
    batches -= list.size();
    return list;
  }

  private Optional<Written> first(Duration wait) {
    try {
      return Optional.ofNullable(written.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Batches handed over and not picked up yet. */
  int batches() {
    return batches;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("{}: a write did not end; its items will be written again", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
