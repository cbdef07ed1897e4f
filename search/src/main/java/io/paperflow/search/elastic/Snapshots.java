package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Points in time, from which all pages of one search are read although papers keep arriving. Each
 * holds memory and files in Elasticsearch, so only so many are opened; a search without one is
 * still answered, from the papers as they are at each page. Thread-safe.
 */
final class Snapshots {

  /** How long a snapshot outlives its last page; two minutes for reading a page. */
  static final Duration KEPT = Duration.ofMinutes(2);

  private static final Time KEEP_ALIVE = Time.of(t -> t.time(KEPT.toSeconds() + "s"));
  private static final int MOST_OPENED_WHILE_KEPT = 200;

  private final ElasticsearchClient client;
  private final InstantSource clock;
  private final Deque<Instant> opened = new ArrayDeque<>();

  Snapshots(ElasticsearchClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  static Time keepAlive() {
    return KEEP_ALIVE;
  }

  /** A new snapshot; empty when enough are open. */
  Optional<String> open() throws IOException {
    if (!admit()) {
      return Optional.empty();
    }
    return Optional.of(
        client.openPointInTime(o -> o.index(IndexNames.PAPERS).keepAlive(KEEP_ALIVE)).id());
  }

  /** Gives a snapshot back; one that is gone already is none's loss. */
  void close(String id) {
    try {
      client.closePointInTime(c -> c.id(id));
    } catch (IOException | ElasticsearchException _) {
      // It ends by itself after KEPT.
    }
  }

  private synchronized boolean admit() {
    Instant now = clock.instant();
    while (!opened.isEmpty() && opened.getFirst().plus(KEPT).isBefore(now)) {
      opened.removeFirst();
    }
    if (opened.size() >= MOST_OPENED_WHILE_KEPT) {
      return false;
    }
    opened.addLast(now);
    return true;
  }
}
