package io.paperflow.notifier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form in what JSON and YAML make of it: texts, numbers, lists, maps. */
public final class FollowFields {

  private FollowFields() {}

  /** The form that a map is; a search is a text, or a map with name and query. */
  public static FollowForm form(Map<String, ?> fields) {
    return FollowForm.read(name -> values(Optional.ofNullable(fields.get(name))));
  }

  private static List<String> values(Optional<?> value) {
    List<String> values = new ArrayList<>();
    value.ifPresent(
        found -> {
          if (found instanceof Iterable<?> several) {
            several.forEach(one -> values.add(text(one)));
          } else {
            values.add(text(found));
          }
        });
    return values;
  }

  private static String text(Object value) {
    return value instanceof Map<?, ?> search
        ? search.get("name") + " = " + search.get("query")
        : String.valueOf(value);
  }
}
