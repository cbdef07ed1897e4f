package io.paperflow.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares large maps, and tells the first few differences instead of both. */
final class Sets {

  private static final int SHOWN = 5;

  private Sets() {}

  /** Fails unless both hold the same. */
  static <V> void assertSame(String what, Map<String, V> expected, Map<String, V> actual) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (key, value) -> {
          if (!actual.containsKey(key)) {
            differences.add("lost: " + key);
          } else if (!value.equals(actual.get(key))) {
            differences.add(key + ": expected " + value + " but is " + actual.get(key));
          }
        });
    actual.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> differences.add("nobody sent: " + key));
    if (!differences.isEmpty()) {
      throw new AssertionError(
          "%s: expected %d, found %d, differences %d, such as %s"
              .formatted(
                  what,
                  expected.size(),
                  actual.size(),
                  differences.size(),
                  differences.subList(0, Math.min(SHOWN, differences.size()))));
    }
  }
}
