package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.audit.AuditRun;
import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the steps of audits, one a day for each source. Not thread-safe. */
final class Auditor {

  private static final Logger log = LoggerFactory.getLogger(Auditor.class);

  private static final Duration INTERVAL = Duration.ofDays(1);

  private final Journal journal;
  private final StepReader steps;
  private final Ledger ledger;
  private final Means means;
  private final Map<String, AuditRun> runs = new HashMap<>();

  Auditor(Journal journal, StepReader steps, Ledger ledger, Means means) {
    this.journal = journal;
    this.steps = steps;
    this.ledger = ledger;
    this.means = means;
  }

  /**
   * One step of listing, of comparing or of reading again what was missed.
   *
   * @param live how far the live reading of the source is
   */
  Progress step(Auditable source, Progress before, Progress live, Web web, Instant now)
      throws InterruptedException {
    AuditRun run = runs.computeIfAbsent(source.name(), _ -> new AuditRun(source, now));
    Optional<Cursor> listing = run.listing();
    Optional<Trouble> trouble =
        listing.isPresent()
            ? list(source, run, listing.get(), live, web, now)
            : reread(source, run, web, now);
    if (trouble.isPresent()) {
      Instant again =
          means.retry().after(trouble.get(), before.failures() + 1, means.clock().instant());
      Progress after = before.failed(trouble.get(), means.clock().instant(), again, 0, 0);
      ledger.save(task(source), before, after, means.clock().instant());
      return after;
    }
    if (run.listing().isPresent() || run.rereading().isPresent()) {
      Progress after = before.read(Cursor.EMPTY, true, now, now, 0, 0);
      ledger.save(task(source), before, after, means.clock().instant());
      return after;
    }
    return finish(source, run, before, now);
  }

  private static Task task(Auditable source) {
    return new Task(source.name(), Kind.AUDIT);
  }

  private Optional<Trouble> list(
      Auditable source, AuditRun run, Cursor cursor, Progress live, Web web, Instant now)
      throws InterruptedException {
    Listing listing;
    try {
      listing = source.list(cursor, now, web);
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("{}: a step of its audit failed at {}", source.name(), cursor, e);
      return Optional.of(Trouble.lasting("source-failed", source.name() + ": " + e));
    }
    return switch (listing) {
      case Listing.Failed(Trouble trouble) -> {
        means.metrics().failed(source.name(), trouble.code());
        yield Optional.of(trouble);
      }
      case Listing.Listed listed -> {
        run.listed(listed, journal.days(source.name()), lastDay(live));
        yield Optional.empty();
      }
    };
  }

  /** The last day that was over when the last finished pass began. */
  private static Optional<LocalDate> lastDay(Progress live) {
    return live.readUpTo().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1));
  }

  private Optional<Trouble> reread(Auditable source, AuditRun run, Web web, Instant now)
      throws InterruptedException {
    Optional<Cursor> cursor = run.rereading();
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    StepOutcome outcome = steps.read(source, cursor.get(), now, web);
    means.metrics().step(source.name(), outcome, Duration.between(now, means.clock().instant()));
    outcome.read().ifPresent(run::reread);
    return outcome.trouble();
  }

  private Progress finish(Auditable source, AuditRun run, Progress before, Instant now)
      throws InterruptedException {
    String name = source.name();
    runs.remove(name);
    AuditRun.Result result = run.result(journal.days(name));
    means.metrics().audited(name, result);
    List<Publication> more = new ArrayList<>();
    more.add(means.records().audit(name, result, means.clock().instant()));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    journal.days(name).forget(today).forEach(piece -> more.add(journal.piece(name, piece)));
    Instant next = result.startedAt().plus(INTERVAL);
    Progress after = before.read(Cursor.EMPTY, false, now, next, 0, 0);
    ledger.commit(task(source), after, more, means.clock().instant());
    return after;
  }
}
