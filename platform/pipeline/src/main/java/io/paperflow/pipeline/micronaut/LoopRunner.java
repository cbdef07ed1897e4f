package io.paperflow.pipeline.micronaut;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperflow.pipeline.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Starts all loops once the application serves its health, and drains them side by side at its end.
 */
@Singleton
final class LoopRunner implements ApplicationEventListener<ServerStartupEvent> {

  private final List<Loop> loops;

  LoopRunner(List<Loop> loops) {
    this.loops = loops;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    loops.forEach(Loop::start);
  }

  @PreDestroy
  void drain() {
    List<Thread> closing =
        loops.stream().map(loop -> Thread.ofVirtual().start(loop::close)).toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
