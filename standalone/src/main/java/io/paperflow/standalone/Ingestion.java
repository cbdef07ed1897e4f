package io.paperflow.standalone;

import io.paperflow.fetcher.FetchTally;
import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.pipeline.Flow;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/** Publishes documents and waits until all that became of them is searchable. */
final class Ingestion {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Fetcher fetcher;
  private final Flow flow;
  private final PaperIndex index;
  private final Progress progress;
  private final BooleanSupplier stopped;

  /**
   * An ingestion.
   *
   * @param stopped whether the user has asked to end
   */
  Ingestion(
      Fetcher fetcher, Flow flow, PaperIndex index, Progress progress, BooleanSupplier stopped) {
    this.fetcher = fetcher;
    this.flow = flow;
    this.index = index;
    this.progress = progress;
    this.stopped = stopped;
  }

  /** Returns what was published, once it is searchable. */
  FetchTally run(Documents documents) throws Refusal {
    FetchTally tally = publish(documents);
    for (Stage stage : Stage.values()) {
      awaitPassed(stage);
    }
    index.refresh();
    progress.clear();
    return tally;
  }

  private FetchTally publish(Documents documents) throws Refusal {
    try {
      return fetcher.fetch(documents, tally -> progress.show(tally.toString()), progress::say);
    } catch (PublishException e) {
      throw Refusal.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted");
    }
  }

  /** What a stage makes is committed with its offsets, so the next stage's end is known then. */
  private void awaitPassed(Stage stage) throws Refusal {
    try {
      Flow.Mark end = flow.end(stage.topic());
      for (long left = flow.remaining(stage.group(), end);
          left > 0 && !stopped.getAsBoolean();
          left = flow.remaining(stage.group(), end)) {
        progress.show(left + " " + stage.waiting());
        Thread.sleep(LOOK);
      }
    } catch (KafkaException e) {
      throw Refusal.failed("Kafka does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted");
    }
  }
}
