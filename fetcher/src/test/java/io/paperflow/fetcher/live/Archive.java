package io.paperflow.fetcher.live;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An invented source: papers by day, a document a day, one day a step. */
final class Archive implements Auditable {

  /** How far back a new user begins. */
  private static final int FIRST_DAYS = 3;

  private final String name;
  private final HostGroup group;
  private final NavigableMap<LocalDate, Set<String>> papers = new TreeMap<>();

  /** Papers that a first reading does not show yet. */
  final Set<String> hidden = new TreeSet<>();

  /** What the next steps come to instead. */
  final List<Trouble> troubles = new ArrayList<>();

  /** When steps were made, with their cursors. */
  final List<String> steps = new ArrayList<>();

  /** Whether its documents are of no format. */
  boolean garbled;

  /** Whether its steps throw. */
  boolean defect;

  Duration interval = Duration.ofMinutes(10);

  Archive(String name, HostGroup group) {
    this.name = name;
    this.group = group;
  }

  void add(String day, String... ids) {
    papers.computeIfAbsent(LocalDate.parse(day), _ -> new TreeSet<>()).addAll(Set.of(ids));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public HostGroup hostGroup() {
    return group;
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(interval);
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return Cursor.EMPTY.with(Cursor.DAY, since.orElse(today(now).minusDays(FIRST_DAYS)));
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(Cursor.EMPTY.with(Cursor.DAY, from).with("to", to));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    steps.add(now + " " + cursor);
    var _ = web.get(Request.api(URI.create("https://example.org/" + name)));
    if (defect) {
      throw new IllegalStateException("a defect");
    }
    if (!troubles.isEmpty()) {
      return new Step.Failed(troubles.removeFirst());
    }
    LocalDate day = cursor.day(Cursor.DAY).orElseThrow();
    LocalDate last = cursor.day("to").orElse(today(now));
    Set<String> shown = new TreeSet<>(papers.getOrDefault(day, Set.of()));
    // Only who comes to look for a day finds what was hidden.
    if (cursor.get("to").isEmpty()) {
      shown.removeAll(hidden);
    }
    boolean more = day.isBefore(last);
    return new Step.Read(
        shown.isEmpty() ? List.of() : List.of(document(day, shown)),
        more ? cursor.with(Cursor.DAY, day.plusDays(1)) : cursor,
        more);
  }

  private Fetched document(LocalDate day, Set<String> ids) {
    String lines =
        garbled ? "?" : ids.stream().map(id -> line(name, id)).collect(Collectors.joining());
    return Fetched.of(
            URI.create("https://example.org/" + name + "/" + day),
            lines.getBytes(StandardCharsets.UTF_8))
        .papers(Map.of(day, ids));
  }

  /** A paper as the documents have it. */
  static String line(String source, String id) {
    return """
    {"id": "%s", "title": "A paper of %s", "abstract": "Short.", "categories": "cs.LG", \
    "authors": "Ina Author", "update_date": "2026-01-02"}
    """
        .formatted(id, source);
  }

  @Override
  public Cursor audit(Instant now) {
    return Cursor.EMPTY.with(Cursor.DAY, today(now).minusDays(10));
  }

  @Override
  public Listing list(Cursor cursor, Instant now, Web web) {
    LocalDate day = cursor.day(Cursor.DAY).orElseThrow();
    return new Listing.Listed(
        papers.containsKey(day) ? Map.of(day, papers.get(day)) : Map.of(),
        cursor.with(Cursor.DAY, day.plusDays(1)),
        day.isBefore(today(now)));
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
