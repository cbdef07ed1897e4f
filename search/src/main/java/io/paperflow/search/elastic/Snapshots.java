package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Points in time, from which all pages of one search are read although papers keep arriving. Each
 * holds memory and files in Elasticsearch, so only so many are opened; a search without one is
 * still answered, from the papers as they are at each page. Thread-safe.
 */
final class Snapshots {

  /** How long a snapshot outlives its last page: time to read that page. */
  static final Duration KEPT = Duration.ofMinutes(2);

  private static final Time KEEP_ALIVE = Time.of(t -> t.time(KEPT.toSeconds() + "s"));
  private static final int MOST_OPEN = 500;

  private final ElasticsearchClient client;
  private final InstantSource clock;
  private final Map<String, Instant> open = new HashMap<>();

  Snapshots(ElasticsearchClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  static Time keepAlive() {
    return KEEP_ALIVE;
  }

  /** A new snapshot; empty when enough are open. */
  Optional<String> open() throws IOException {
    if (isFull()) {
      return Optional.empty();
    }
    String id = client.openPointInTime(o -> o.index(IndexNames.PAPERS).keepAlive(KEEP_ALIVE)).id();
    opened(id);
    return Optional.of(id);
  }

  /** Gives a snapshot back; one that is gone already is none's loss. */
  void close(String id) {
    closed(id);
    try {
      client.closePointInTime(c -> c.id(id));
    } catch (IOException | ElasticsearchException _) {
      // It ends by itself after KEPT.
    }
  }

  private synchronized boolean isFull() {
    Instant ended = clock.instant().minus(KEPT);
    open.values().removeIf(opened -> opened.isBefore(ended));
    return open.size() >= MOST_OPEN;
  }

  private synchronized void opened(String id) {
    open.put(id, clock.instant());
  }

  private synchronized void closed(String id) {
    open.remove(id);
  }
}
