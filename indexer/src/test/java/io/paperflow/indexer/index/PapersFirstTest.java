package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PapersFirstTest {

  private final List<String> written = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  /** Writes when it may. */
  private final Sink<String> papers =
      sink(
          () -> {
            begun.countDown();
            mayEnd.await();
            written.add("papers");
          });

  private final Sink<String> facts = sink(() -> written.add("facts"));

  private interface Writing {
    void write() throws InterruptedException;
  }

  private static Sink<String> sink(Writing writing) {
    return new Sink<>() {
      @Override
      public List<Verdict> write(List<Delivery<String>> batch) throws InterruptedException {
        writing.write();
        return List.of();
      }

      @Override
      public Optional<Failure> check() {
        return Optional.empty();
      }
    };
  }

  @Test
  void factsWaitUntilNoPaperIsWritten() throws Exception {
    PapersFirst order = new PapersFirst(Duration.ofHours(1));
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Future<?> first = executor.submit(() -> order.first(papers).write(List.of()));
      begun.await();
      Future<?> later = executor.submit(() -> order.later(facts).write(List.of()));
      while (order.waiting() == 0) {
        Thread.onSpinWait();
      }
      assertEquals(List.of(), written);
      mayEnd.countDown();
      first.get();
      later.get();
      assertEquals(List.of("papers", "facts"), written);
    }
  }

  @Test
  void factsDoNotWaitForEver() throws Exception {
    PapersFirst order = new PapersFirst(Duration.ofMillis(1));
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Future<?> first = executor.submit(() -> order.first(papers).write(List.of()));
      begun.await();
      order.later(facts).write(List.of());
      assertEquals(List.of("facts"), written);
      mayEnd.countDown();
      first.get();
    }
  }

  @Test
  void withNoPapersTheyDoNotWait() throws Exception {
    new PapersFirst(Duration.ofHours(1)).later(facts).write(List.of());
    assertEquals(List.of("facts"), written);
  }
}
