package io.paperflow.notifier;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.service.SettingsCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions of the operator: a YAML file that maps names to what they follow, with the
 * fields of the API. It is read at the start and whenever it has changed; those that are no longer
 * in it end. They need no confirmation.
 */
@Singleton
@Requires(env = "notifier")
final class FollowFile implements SettingsCheck, ApplicationEventListener<ServerStartupEvent> {

  private static final Logger log = LoggerFactory.getLogger(FollowFile.class);

  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Between two looks whether the file has changed. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Follows follows;
  private final Optional<Path> file;
  private final Wishes atStart;

  /** Of the file as it was last read; touched by one thread at a time. */
  private Optional<Stamp> read;

  /** When a file was written, and how large it is: that tells whether it must be read again. */
  private record Stamp(FileTime modified, long bytes) {

    /** Empty while there is no file to be read. */
    static Optional<Stamp> of(Path path) {
      try {
        return Optional.of(new Stamp(Files.getLastModifiedTime(path), Files.size(path)));
      } catch (IOException _) {
        return Optional.empty();
      }
    }
  }

  FollowFile(NotifierSettings settings, Follows follows) {
    this.follows = follows;
    this.file = Optional.of(settings.file()).filter(name -> !name.isBlank()).map(Path::of);
    this.read = file.flatMap(Stamp::of);
    this.atStart = file.map(Wishes::of).orElse(Wishes.NONE);
  }

  @Override
  public List<String> problems() {
    return atStart.problems().stream()
        .map(problem -> NotifierSettings.PREFIX + ".file: " + problem)
        .toList();
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    file.ifPresent(path -> Thread.ofVirtual().name("follow-file").start(() -> apply(path)));
  }

  private void apply(Path path) {
    try {
      Wishes wishes = atStart;
      while (true) {
        while (!applied(wishes)) {
          Thread.sleep(RETRY);
        }
        wishes = changed(path);
        log.info("{} has changed: {} subscriptions", path, wishes.forms().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for another file, and until two looks see the same: one that is being written would end
   * subscriptions. What cannot be read is told once and changes nothing.
   */
  private Wishes changed(Path path) throws InterruptedException {
    Optional<Stamp> last = read;
    while (true) {
      Thread.sleep(LOOK);
      Optional<Stamp> now = Stamp.of(path);
      boolean settled = now.equals(last) && !now.equals(read);
      last = now;
      if (settled) {
        read = now;
        Wishes wishes = Wishes.of(path);
        if (wishes.problems().isEmpty()) {
          return wishes;
        }
        log.error("{} has changed and is not used as it is now: {}", path, wishes.problems());
      }
    }
  }

  private boolean applied(Wishes wishes) throws InterruptedException {
    try {
      Map<String, Follows.Filling> fillings = new LinkedHashMap<>();
      wishes.forms().forEach((name, form) -> fillings.put(name, form::fill));
      return follows.replaceOwn(fillings);
    } catch (IndexUnavailableException e) {
      log.warn("the subscriptions of the file are not kept yet: {}", e.getMessage());
      return false;
    }
  }
}
