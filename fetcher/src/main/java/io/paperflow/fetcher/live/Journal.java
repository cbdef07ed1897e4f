package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.audit.PublishedDays;
import io.paperflow.fetcher.audit.PublishedDays.Piece;
import io.paperflow.fetcher.publish.Known;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.DocumentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of the sources of a lease: how far they are, what was published of them, what was
 * asked for. Not thread-safe.
 */
final class Journal {

  private static final char OF_DOCUMENT = '|';

  private final String lease;
  private final SourceRecords records;
  private final Map<String, byte[]> cursors = new HashMap<>();
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, PublishedDays> days = new HashMap<>();

  /**
   * A journal.
   *
   * @param state what is kept, also of other leases
   */
  Journal(
      String lease, Collection<String> sources, Map<String, byte[]> state, SourceRecords records) {
    this.lease = lease;
    this.records = records;
    Codec<DocumentState> states = AvroTopicCodec.of(DocumentState.class);
    Map<String, List<Piece>> pieces = new HashMap<>();
    state.forEach(
        (key, bytes) -> {
          String source = sourceOf(key);
          if (!sources.contains(source)) {
            return;
          }
          if (key.startsWith(documentKey(source, ""))) {
            known.put(key, Known.of(states, bytes));
          } else if (key.startsWith(SourceRecords.dayKeys(source))) {
            records
                .piece(key, bytes)
                .ifPresent(p -> pieces.computeIfAbsent(source, _ -> new ArrayList<>()).add(p));
          } else {
            cursors.put(key, bytes);
          }
        });
    pieces.forEach((source, of) -> days(source).restore(of));
  }

  /** The part of a key that is a source's name, which has letters, digits and hyphens. */
  static String sourceOf(String key) {
    int end = 0;
    while (end < key.length() && "|@/".indexOf(key.charAt(end)) < 0) {
      end++;
    }
    return key.substring(0, end);
  }

  /** Under which it is noted that a document was published. */
  static String documentKey(String source, String identity) {
    return source + OF_DOCUMENT + identity;
  }

  /** What was published, by key; to be kept up to date by whoever publishes. */
  Map<String, Known> known() {
    return known;
  }

  /** The papers of a source that were published. */
  PublishedDays days(String source) {
    return days.computeIfAbsent(source, _ -> new PublishedDays());
  }

  /** How far a task was when the lease began. */
  Optional<Progress> progress(Task task) {
    return Optional.ofNullable(cursors.get(task.key())).flatMap(records::progress);
  }

  /** What was last asked for of a source when the lease began. */
  Optional<Order> order(String source) {
    return Optional.ofNullable(cursors.get(Task.orderKey(source))).flatMap(records::order);
  }

  /** What somebody asks for now. */
  Optional<Order> order(byte[] bytes) {
    return records.order(bytes);
  }

  Publication progress(Task task, Progress progress) {
    return records.progress(task, progress).placed(lease);
  }

  Publication piece(String source, Piece piece) {
    return records.piece(source, piece).placed(lease);
  }
}
