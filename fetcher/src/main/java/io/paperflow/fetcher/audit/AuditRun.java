package io.paperflow.fetcher.audit;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An audit under way: first the source lists what it has, then what was missed is read again, day
 * by day. Kept in memory alone, since one that was broken off can as well begin anew. Not
 * thread-safe.
 */
public final class AuditRun {

  private static final int NAMED = 100;

  private final Auditable source;
  private final Instant startedAt;
  private final Comparison comparison = new Comparison();
  private final Deque<Cursor> rereads = new ArrayDeque<>();
  private Optional<Cursor> listing;
  private int missed;

  /** An audit that begins now. */
  public AuditRun(Auditable source, Instant now) {
    this.source = source;
    this.startedAt = now;
    this.listing = Optional.of(source.audit(now));
  }

  /** What came of an audit. */
  public record Result(
      Instant startedAt,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      int listed,
      int missed,
      int missing,
      List<String> missingIds) {
    public Result {
      missingIds = List.copyOf(missingIds);
    }
  }

  /** Where to go on listing; empty once everything is listed. */
  public Optional<Cursor> listing() {
    return listing;
  }

  /**
   * Takes what was listed.
   *
   * @param lastDay the last day that can be compared
   */
  public void listed(Listing.Listed listed, PublishedDays published, Optional<LocalDate> lastDay) {
    comparison.listed(listed.papers());
    if (listed.more()) {
      listing = Optional.of(listed.next());
      return;
    }
    listing = Optional.empty();
    comparison.limit(published.first(), lastDay);
    comparison
        .missing(published)
        .forEach(
            (day, ids) -> {
              missed += ids.size();
              source.missing(day, ids).ifPresent(rereads::add);
            });
  }

  /** Where to go on reading what was missed; empty once that is done. */
  public Optional<Cursor> rereading() {
    return Optional.ofNullable(rereads.peek());
  }

  /** Takes where the reading of what was missed has come to. */
  public void reread(Step.Read read) {
    var _ = rereads.poll();
    if (read.more()) {
      rereads.addFirst(read.next());
    }
  }

  /** What came of it, once nothing is left to do. */
  public Result result(PublishedDays published) {
    List<String> missing =
        comparison.missing(published).values().stream().flatMap(Set::stream).toList();
    var days = comparison.days();
    return new Result(
        startedAt,
        days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey()),
        days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey()),
        comparison.count(),
        missed,
        missing.size(),
        missing.stream().limit(NAMED).toList());
  }
}
