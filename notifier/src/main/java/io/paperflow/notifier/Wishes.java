package io.paperflow.notifier;

import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.notifier.web.FollowFields;
import io.paperflow.notifier.web.FollowForm;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the operator's file wishes.
 *
 * @param forms by their names, in the order of the file
 * @param problems of the file
 */
record Wishes(Map<String, FollowForm> forms, List<String> problems) {

  static final Wishes NONE = new Wishes(Map.of(), List.of());

  /** Reads a file. */
  static Wishes of(Path path) {
    Wishes wishes = new Wishes(new LinkedHashMap<>(), new ArrayList<>());
    try (Reader reader = Files.newBufferedReader(path)) {
      if (new Yaml(new SafeConstructor(new LoaderOptions())).load(reader)
          instanceof Map<?, ?> names) {
        names.forEach((name, fields) -> wishes.read(String.valueOf(name), fields));
      } else {
        wishes.problems.add(path + " must map names to what they follow");
      }
    } catch (IOException | YAMLException e) {
      wishes.problems.add(path + " cannot be read: " + e.getMessage());
    }
    return wishes;
  }

  private void read(String name, Object fields) {
    if (!name.matches("[A-Za-z0-9-]{1,40}")) {
      problems.add("the name '" + name + "' must be of letters, digits and hyphens");
      return;
    }
    if (!(fields instanceof Map<?, ?> map)) {
      problems.add(name + " must have fields such as channel, address and searches");
      return;
    }
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), value));
    try {
      FollowForm form = FollowFields.form(texts);
      var _ = form.fill(Follows.blank());
      forms.put(name, form);
    } catch (InvalidSearchException e) {
      problems.add(name + ": " + e.getMessage());
    }
  }
}
