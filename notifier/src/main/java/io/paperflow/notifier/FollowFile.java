package io.paperflow.notifier;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.service.SettingsCheck;
import jakarta.inject.Singleton;
import java.nio.file.Path;
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

  FollowFile(NotifierSettings settings, Follows follows) {
    this.follows = follows;
    this.file = Optional.of(settings.file()).filter(name -> !name.isBlank()).map(Path::of);
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
        wishes = changed(path, wishes);
        log.info("{} has changed: {} subscriptions", path, wishes.forms().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for other wishes, and until two looks see the same: a file that is being written would
   * end subscriptions. What cannot be read is told once and changes nothing.
   */
  private static Wishes changed(Path path, Wishes before) throws InterruptedException {
    Wishes told = before;
    Wishes last = before;
    while (true) {
      Thread.sleep(LOOK);
      Wishes now = Wishes.of(path);
      boolean settled = now.equals(last) && !now.equals(before);
      last = now;
      if (settled && now.problems().isEmpty()) {
        return now;
      }
      if (settled && !now.equals(told)) {
        log.error("{} has changed and is not used as it is now: {}", path, now.problems());
        told = now;
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
