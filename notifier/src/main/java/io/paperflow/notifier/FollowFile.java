package io.paperflow.notifier;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.notifier.web.FollowFields;
import io.paperflow.notifier.web.FollowForm;
import io.paperflow.service.SettingsCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The subscriptions of the operator: a YAML file that maps names to what they follow, with the
 * fields of the API. It is read once, at the start; those that are no longer in it end. They need
 * no confirmation.
 */
@Singleton
@Requires(env = "notifier")
final class FollowFile implements SettingsCheck, ApplicationEventListener<ServerStartupEvent> {

  private static final Logger log = LoggerFactory.getLogger(FollowFile.class);

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Follows follows;
  private final Optional<Path> file;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, FollowForm> wished;

  FollowFile(NotifierSettings settings, Follows follows) {
    this.follows = follows;
    this.file = Optional.of(settings.file()).filter(name -> !name.isBlank()).map(Path::of);
    this.wished = file.map(this::read).orElse(Map.of());
  }

  private Map<String, FollowForm> read(Path path) {
    Map<String, FollowForm> read = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(path)) {
      if (new Yaml(new SafeConstructor(new LoaderOptions())).load(reader)
          instanceof Map<?, ?> names) {
        names.forEach((name, fields) -> read(String.valueOf(name), fields, read));
      } else {
        problem(path + " must map names to what they follow");
      }
    } catch (IOException | YAMLException e) {
      problem(path + " cannot be read: " + e.getMessage());
    }
    return read;
  }

  private void read(String name, Object fields, Map<String, FollowForm> read) {
    if (!name.matches("[A-Za-z0-9-]{1,40}")) {
      problem("the name '" + name + "' must be of letters, digits and hyphens");
      return;
    }
    if (!(fields instanceof Map<?, ?> map)) {
      problem(name + " must have fields such as channel, address and searches");
      return;
    }
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), value));
    try {
      FollowForm form = FollowFields.form(texts);
      var _ = form.fill(Follows.blank());
      read.put(name, form);
    } catch (InvalidSearchException e) {
      problem(name + ": " + e.getMessage());
    }
  }

  private void problem(String text) {
    problems.add(NotifierSettings.PREFIX + ".file: " + text);
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    file.ifPresent(_ -> Thread.ofVirtual().name("follow-file").start(this::apply));
  }

  private void apply() {
    try {
      while (!applied()) {
        Thread.sleep(RETRY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean applied() throws InterruptedException {
    try {
      Map<String, Follows.Filling> fillings = new LinkedHashMap<>();
      wished.forEach((name, form) -> fillings.put(name, form::fill));
      return follows.replaceOwn(fillings);
    } catch (IndexUnavailableException e) {
      log.warn("the subscriptions of the file are not kept yet: {}", e.getMessage());
      return false;
    }
  }
}
