package io.paperflow.fetcher.sources;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads a source as the fetcher does: keeps documents and cursor together, tries again later what
 * failed, leaves out what was published; on demand is killed before it has kept a step.
 */
public final class Reading {

  /** A document that was published. */
  public record Document(String uri, String text) {}

  /** No pass of a test takes as many. */
  private static final int MOST_STEPS = 5_000;

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Source source;
  private final Web web;
  private final InstantSource clock;
  private final Consumer<Duration> sleep;
  private final Random kills;
  private final double killed;

  private final List<Document> documents = new ArrayList<>();
  private final Map<String, String> known = new HashMap<>();
  private final Set<String> papers = new TreeSet<>();
  private final List<Trouble> troubles = new ArrayList<>();

  /**
   * @param sleep moves the clock
   * @param killed the share of steps that are lost, from 0 to 1
   */
  public Reading(
      Source source,
      Web web,
      InstantSource clock,
      Consumer<Duration> sleep,
      Random kills,
      double killed) {
    this.source = source;
    this.web = web;
    this.clock = clock;
    this.sleep = sleep;
    this.kills = kills;
    this.killed = killed;
  }

  /** A reading that is never killed, at one moment. */
  public static Reading of(Source source, Web web, Instant now) {
    return new Reading(source, web, InstantSource.fixed(now), _ -> {}, new Random(0), 0);
  }

  /** Reads a pass to its end, whatever fails on the way. */
  public Cursor pass(Cursor from) throws InterruptedException {
    Cursor cursor = from;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      Step step = source.step(cursor, clock.instant(), web);
      boolean lost = kills.nextDouble() < killed;
      switch (step) {
        case Step.Failed(Trouble trouble) -> {
          troubles.add(trouble);
          sleep.accept(PAUSE);
        }
        case Step.Read _ when lost -> sleep.accept(PAUSE);
        case Step.Read(List<Fetched> read, Cursor next, boolean more) -> {
          read.forEach(this::publish);
          assertTrue(next.toString().length() < 2_000, () -> "too long a cursor: " + next);
          cursor = next;
          if (!more) {
            return cursor;
          }
        }
      }
    }
    throw new AssertionError("no end of the pass: " + cursor + " " + troubles);
  }

  /** Reads what was listed and not published, as an audit does; returns how much that was. */
  public int audit() throws InterruptedException {
    Auditable auditable = (Auditable) source;
    Map<LocalDate, Set<String>> missing = new HashMap<>();
    Cursor cursor = auditable.audit(clock.instant());
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      switch (auditable.list(cursor, clock.instant(), web)) {
        case Listing.Failed(Trouble trouble) -> {
          troubles.add(trouble);
          sleep.accept(PAUSE);
        }
        case Listing.Listed(var listed, Cursor next, boolean more) -> {
          listed.forEach(
              (day, ids) -> {
                Set<String> unread = new HashSet<>(ids);
                unread.removeAll(papers);
                if (!unread.isEmpty()) {
                  missing.computeIfAbsent(day, _ -> new TreeSet<>()).addAll(unread);
                }
              });
          cursor = next;
          if (!more) {
            return reread(auditable, missing);
          }
        }
      }
    }
    throw new AssertionError("no end of the listing: " + cursor + " " + troubles);
  }

  private int reread(Auditable auditable, Map<LocalDate, Set<String>> missing)
      throws InterruptedException {
    int count = 0;
    for (Map.Entry<LocalDate, Set<String>> day : missing.entrySet()) {
      count += day.getValue().size();
      pass(auditable.missing(day.getKey(), day.getValue()).orElseThrow());
    }
    return count;
  }

  private void publish(Fetched document) {
    try (var content = document.content()) {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      String says = document.fingerprint().orElse(text);
      document.papers().values().forEach(papers::addAll);
      if (!says.equals(known.put(document.uri().toString(), says))) {
        documents.add(new Document(document.uri().toString(), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was published, in its order. */
  public List<Document> documents() {
    return documents;
  }

  /** The identifiers that documents named. */
  public Set<String> papers() {
    return papers;
  }

  /** What failed. */
  public List<Trouble> troubles() {
    return troubles;
  }
}
