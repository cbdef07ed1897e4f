package io.paperflow.embedded.child;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  @TempDir Path folder;

  @Test
  void onlyOneHasTheLockUntilItIsClosed() throws Exception {
    DirectoryLock held = DirectoryLock.tryLock(folder).orElseThrow();
    assertFalse(DirectoryLock.tryLock(folder).isPresent());

    held.close();

    DirectoryLock.tryLock(folder).orElseThrow().close();
  }

  @Test
  void waitingForALockThatStaysEnds() throws Exception {
    try (DirectoryLock held = DirectoryLock.tryLock(folder).orElseThrow()) {
      assertTrue(DirectoryLock.tryLock(folder, Duration.ofMillis(50)).isEmpty());
      assertTrue(held.channel().isOpen());
    }
  }

  @Test
  void waitingForALockThatGoesSucceeds() throws Exception {
    DirectoryLock held = DirectoryLock.tryLock(folder).orElseThrow();
    Thread release =
        Thread.startVirtualThread(
            () -> {
              try {
                held.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    DirectoryLock.tryLock(folder, Duration.ofMinutes(1)).orElseThrow().close();

    release.join();
  }
}
