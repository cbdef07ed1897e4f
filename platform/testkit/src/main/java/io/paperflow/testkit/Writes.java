package io.paperflow.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often each document was really written. Thread-safe. */
public final class Writes {

  private final Map<String, Integer> byId = new ConcurrentHashMap<>();

  Writes() {}

  void add(String id) {
    byId.merge(id, 1, Integer::sum);
  }

  /** By document id, sorted. */
  public Map<String, Integer> byId() {
    return new TreeMap<>(byId);
  }

  /** Of all documents together. */
  public int total() {
    return byId.values().stream().mapToInt(Integer::intValue).sum();
  }
}
