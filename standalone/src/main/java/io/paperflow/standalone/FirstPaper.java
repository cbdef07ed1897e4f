package io.paperflow.standalone;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once when the first paper is searchable. */
final class FirstPaper {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPaper.class);
  private static final Duration LOOK = Duration.ofMillis(200);

  private FirstPaper() {}

  /** Looks in the background until there is a paper or the process ends. */
  static void watch(PaperIndex index, long startedNanos, Progress progress) {
    Thread.ofVirtual()
        .name("first-paper")
        .start(
            () -> {
              try {
                while (index.counts().papers() == 0) {
                  Thread.sleep(LOOK);
                }
                double seconds = (double) (System.nanoTime() - startedNanos) / 1e9;
                progress.say("first paper searchable after %.1f s".formatted(seconds));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (Refusal | RuntimeException e) {
                LOG.debug("the watch for the first paper ended", e);
              }
            });
  }
}
