package io.paperflow.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of an answer; names in any case. Immutable. */
public final class Headers {

  /** No fields. */
  public static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> fields;

  private Headers(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** Fields with one value each. */
  public static Headers of(Map<String, String> fields) {
    return of(fields.entrySet());
  }

  /** Fields in their order; a name may come more than once. */
  public static Headers of(Iterable<Map.Entry<String, String>> fields) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, String> field : fields) {
      byName.computeIfAbsent(field.getKey(), _ -> new ArrayList<>()).add(field.getValue());
    }
    byName.replaceAll((_, values) -> List.copyOf(values));
    return new Headers(Collections.unmodifiableMap(byName));
  }

  /** The first value of a field. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a field in their order. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  @Override
  public String toString() {
    return fields.keySet().toString();
  }
}
