package io.paperflow.standalone;

import io.paperflow.fetcher.FetchTally;
import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.pipeline.Flow;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/** Publishes documents and waits until all that became of them is searchable. */
final class Ingestion {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Fetcher fetcher;
  private final Flow flow;
  private final PaperIndex index;
  private final Progress progress;

  Ingestion(Fetcher fetcher, Flow flow, PaperIndex index, Progress progress) {
    this.fetcher = fetcher;
    this.flow = flow;
    this.index = index;
    this.progress = progress;
  }

  /** Returns what was published, once it is searchable. */
  FetchTally run(Documents documents) throws Refusal, InterruptedException {
    try {
      FetchTally tally =
          fetcher.fetch(documents, sofar -> progress.show(sofar.toString()), progress::say);
      for (Stage stage : Stage.values()) {
        awaitPassed(stage);
      }
      index.refresh();
      progress.clear();
      return tally;
    } catch (PublishException | KafkaException e) {
      throw Refusal.failed(String.valueOf(e.getMessage()));
    }
  }

  /** What a stage makes is committed with its offsets, so the next stage's end is known then. */
  private void awaitPassed(Stage stage) throws InterruptedException {
    Flow.Mark end = flow.end(stage.topic());
    for (long left = flow.remaining(stage.group(), end);
        left > 0;
        left = flow.remaining(stage.group(), end)) {
      progress.show(left + " " + stage.waiting());
      Thread.sleep(LOOK);
    }
  }
}
