package io.paperflow.testkit.lease;

import io.paperflow.pipeline.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was committed, as Kafka keeps it: all of a commit or nothing. Not thread-safe. */
public final class CommittedRecords {

  private final List<Publication> committed = new ArrayList<>();

  /** Nothing yet. */
  public CommittedRecords() {}

  /** Keeps the records of a commit. */
  public void commit(List<Publication> publications) {
    committed.addAll(publications);
  }

  /** The newest record of each key of a topic. */
  public Map<String, byte[]> newest(String topic) {
    Map<String, byte[]> state = new HashMap<>();
    for (Publication publication : of(topic)) {
      publication
          .value()
          .ifPresentOrElse(
              value -> state.put(publication.key(), value), () -> state.remove(publication.key()));
    }
    return state;
  }

  /** The records of a topic, in their order. */
  public List<Publication> of(String topic) {
    return committed.stream().filter(p -> p.topic().equals(topic)).toList();
  }
}
