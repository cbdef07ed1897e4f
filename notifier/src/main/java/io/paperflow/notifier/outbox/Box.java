package io.paperflow.notifier.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.SentPapers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be delivered to one subscription, and what was. Belongs to the lease's thread. What
 * was sent is remembered by hashes of 64 bits: with ten thousand papers, two share one with a
 * probability of one in three hundred thousand million.
 */
final class Box {

  private final String subscription;

  /** By the key of its record, in the order in which it came. */
  private final Map<String, FollowMatch> pending = new LinkedHashMap<>();

  private final Map<LocalDate, Set<Long>> sent = new HashMap<>();

  private FollowState state;

  /** The record of the last day on which something was sent. */
  private SentPapers lastDay;

  private boolean busy;

  Box(String subscription) {
    this.subscription = subscription;
    this.state = FollowState.newBuilder().setSubscription(subscription).build();
    this.lastDay =
        SentPapers.newBuilder()
            .setSubscription(subscription)
            .setDay(LocalDate.EPOCH)
            .setItems(List.of())
            .build();
  }

  FollowState state() {
    return state;
  }

  void state(FollowState other) {
    state = other;
  }

  /** Whether something is on its way. */
  boolean busy() {
    return busy;
  }

  void busy(boolean now) {
    busy = now;
  }

  Map<String, FollowMatch> pending() {
    return pending;
  }

  /** Takes what happened; false when it was told before. */
  boolean take(String key, FollowMatch match) {
    if (wasSent(match.getEvent(), match.getPaperKey())) {
      return false;
    }
    pending.put(key, match);
    return true;
  }

  void took(SentPapers papers) {
    if (!papers.getDay().isBefore(lastDay.getDay())) {
      lastDay = papers;
    }
    Set<Long> hashes = sent.computeIfAbsent(papers.getDay(), _ -> new HashSet<>());
    papers.getItems().forEach(item -> hashes.add(hash(item.getEvent(), item.getPaperKey())));
  }

  /**
   * Notes what was sent.
   *
   * @return the record of the day
   */
  SentPapers send(LocalDate day, List<DeliveredPaper> items) {
    List<DeliveredPaper> all = new ArrayList<>();
    if (lastDay.getDay().equals(day)) {
      all.addAll(lastDay.getItems());
    }
    all.addAll(items);
    SentPapers record =
        SentPapers.newBuilder().setSubscription(subscription).setDay(day).setItems(all).build();
    took(record);
    for (DeliveredPaper item : items) {
      pending.remove(OutboxRecords.matchKey(subscription, item.getEvent(), item.getPaperKey()));
    }
    return record;
  }

  /** A paper is told once as new or trending, once for its code, once when it is withdrawn. */
  boolean wasSent(FollowedEvent event, String paper) {
    long hash = hash(event, paper);
    return sent.values().stream().anyMatch(hashes -> hashes.contains(hash));
  }

  /** The days on which something was sent. */
  Set<LocalDate> days() {
    return Set.copyOf(sent.keySet());
  }

  /** Forgets what was sent before a day; returns the days. */
  List<LocalDate> forgetBefore(LocalDate day) {
    List<LocalDate> old = sent.keySet().stream().filter(d -> d.isBefore(day)).toList();
    old.forEach(sent::remove);
    return old;
  }

  private static long hash(FollowedEvent event, String paper) {
    String kind =
        switch (event) {
          case CODE -> "code ";
          case WITHDRAWN -> "withdrawn ";
          case NEW, TRENDING, UNKNOWN -> "";
        };
    return UUID.nameUUIDFromBytes((kind + paper).getBytes(UTF_8)).getMostSignificantBits();
  }
}
