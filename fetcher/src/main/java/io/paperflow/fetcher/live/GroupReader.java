package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Agenda;
import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.http.Priority;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Lease;
import io.paperflow.web.LeasedWeb;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the sources of a host group while their lease is held, one step after the other. Belongs to
 * the lease's thread.
 */
final class GroupReader {

  /** Longest wait in one piece. */
  private static final Duration WAIT = Duration.ofMinutes(10);

  private final Lease lease;
  private final Map<String, ConfiguredSource> sources;
  private final Journal journal;
  private final StepReader steps;
  private final Auditor auditor;
  private final Ledger ledger;
  private final Means means;
  private final Agenda agenda = new Agenda();

  GroupReader(
      Lease lease,
      Map<String, ConfiguredSource> sources,
      Journal journal,
      StepReader steps,
      Auditor auditor,
      Ledger ledger,
      Means means) {
    this.lease = lease;
    this.sources = sources;
    this.journal = journal;
    this.steps = steps;
    this.auditor = auditor;
    this.ledger = ledger;
    this.means = means;
  }

  /** Reads until the lease is ending. */
  void run() throws InterruptedException {
    sources.values().forEach(this::begin);
    keepDistance();
    while (!lease.ending()) {
      Instant now = now();
      Optional<Task> task = agenda.next(now);
      if (task.isPresent()) {
        step(task.get(), now);
      }
      accept(lease.await(task.isPresent() ? Duration.ZERO : untilDue(now)));
    }
  }

  /** The predecessor may have made a request at this moment. */
  private void keepDistance() throws InterruptedException {
    Instant until = now().plus(distance());
    for (Instant now = now(); now.isBefore(until) && !lease.ending(); now = now()) {
      accept(lease.await(Duration.between(now, until)));
    }
  }

  private Optional<ConfiguredSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  private Duration distance() {
    return sources.values().stream()
        .map(source -> source.source().hostGroup().distance())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Instant now() {
    return means.clock().instant();
  }

  private Duration untilDue(Instant now) {
    return agenda
        .wake()
        .map(at -> Duration.between(now, at))
        .filter(wait -> wait.compareTo(WAIT) < 0)
        .orElse(WAIT);
  }

  private void begin(ConfiguredSource source) {
    Instant now = now();
    for (Kind kind : Kind.values()) {
      Task task = new Task(source.name(), kind);
      journal.progress(task).filter(_ -> wanted(source, kind)).ifPresent(p -> put(task, p));
    }
    Task live = new Task(source.name(), Kind.LIVE);
    if (source.enabled() && agenda.progress(live).isEmpty()) {
      put(live, Progress.from(source.source().start(now, Optional.empty()), now));
    }
    journal.order(source.name()).ifPresent(order -> accept(source, order, now));
  }

  private static boolean wanted(ConfiguredSource source, Kind kind) {
    return switch (kind) {
      case LIVE -> source.enabled();
      case AUDIT -> source.enabled() && source.source() instanceof Auditable;
      case BACKFILL -> true;
    };
  }

  private void put(Task task, Progress progress) {
    agenda.put(task, progress);
    if (task.kind() == Kind.LIVE) {
      means.metrics().progress(task.source(), progress);
    }
  }

  private void accept(List<Lease.Change> changes) {
    Instant now = now();
    for (Lease.Change change : changes) {
      Optional<Order> order = journal.order(change.value());
      Optional<ConfiguredSource> source = order.map(Order::source).flatMap(this::source);
      source.ifPresent(s -> accept(s, order.orElseThrow(), now));
    }
  }

  private void accept(ConfiguredSource source, Order order, Instant now) {
    Orders.accept(order, source.source(), agenda, now)
        .ifPresent(progress -> put(new Task(source.name(), Kind.BACKFILL), progress));
  }

  private void step(Task task, Instant now) throws InterruptedException {
    ConfiguredSource source = source(task.source()).orElseThrow();
    Progress before = agenda.progress(task).orElseThrow();
    if (task.kind() == Kind.AUDIT && source.source() instanceof Auditable auditable) {
      Progress live = agenda.progress(new Task(task.source(), Kind.LIVE)).orElse(before);
      put(task, auditor.step(auditable, before, live, leased(Priority.BACKFILL), now));
      return;
    }
    Priority priority = task.kind() == Kind.LIVE ? Priority.LIVE : Priority.BACKFILL;
    StepOutcome outcome = steps.read(source.source(), before.cursor(), now, leased(priority));
    Progress after = after(task, source, before, outcome, now);
    ledger.save(task, before, after, now());
    means.metrics().step(task.source(), outcome, Duration.between(now, now()));
    put(task, after);
    if (task.kind() == Kind.LIVE && !after.underWay()) {
      audit(source, now);
    }
  }

  private Web leased(Priority priority) {
    return new LeasedWeb(means.web(), lease, priority);
  }

  private Progress after(
      Task task, ConfiguredSource source, Progress before, StepOutcome outcome, Instant now) {
    int documents = outcome.documents();
    long bytes = outcome.bytes();
    return outcome
        .read()
        .map(
            read -> {
              Instant due = due(task, source, before, read.more(), now);
              return before.read(read.next(), read.more(), now, due, documents, bytes);
            })
        .orElseGet(
            () -> {
              var trouble = outcome.trouble().orElseThrow();
              Instant again = means.retry().after(trouble, before.failures() + 1, now());
              return before.failed(trouble, now(), again, documents, bytes);
            });
  }

  private static Instant due(
      Task task, ConfiguredSource source, Progress before, boolean more, Instant now) {
    return switch (task.kind()) {
      case LIVE -> more ? now : source.schedule().after(before.passStart(now));
      case AUDIT, BACKFILL -> now.plus(before.order().map(Order::pace).orElse(Duration.ZERO));
    };
  }

  /** The first audit follows the first pass. */
  private void audit(ConfiguredSource source, Instant now) {
    Task task = new Task(source.name(), Kind.AUDIT);
    if (wanted(source, Kind.AUDIT) && agenda.progress(task).isEmpty()) {
      put(task, Progress.from(Cursor.EMPTY, now));
    }
  }
}
