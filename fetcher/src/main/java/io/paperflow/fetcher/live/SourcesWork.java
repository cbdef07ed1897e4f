package io.paperflow.fetcher.live;

import io.paperflow.fetcher.input.DocumentCutter;
import io.paperflow.fetcher.input.Limits;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.formats.Formats;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.LeaseWork;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.Topics;
import io.paperflow.web.BudgetRecords;
import io.paperflow.web.Budgets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Reads the sources of whatever host group's lease is held. Thread-safe. */
public final class SourcesWork implements LeaseWork {

  private final List<ConfiguredSource> sources;
  private final Web web;
  private final Budgets budgets;
  private final SourceMetrics metrics;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final SourceRecords records = new SourceRecords();
  private final BudgetRecords budgetRecords;

  /** The work on these sources. */
  public SourcesWork(
      List<ConfiguredSource> sources,
      Web web,
      Budgets budgets,
      SourceMetrics metrics,
      InstantSource clock,
      RandomGenerator random) {
    this.sources = List.copyOf(sources);
    this.web = web;
    this.budgets = budgets;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
    this.budgetRecords =
        new BudgetRecords(Topics.CURSORS, HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public void run(Lease lease, Map<String, byte[]> state) throws InterruptedException {
    Map<String, ConfiguredSource> own = new LinkedHashMap<>();
    sources.stream()
        .filter(source -> source.source().hostGroup().name().equals(lease.name()))
        .forEach(source -> own.put(source.name(), source));
    Journal journal = new Journal(lease.name(), own.keySet(), state, records);
    DocumentPublisher publisher =
        new DocumentPublisher(new LeaseTarget(lease), journal.known(), clock, random);
    Optional.ofNullable(state.get(BudgetRecords.key(lease.name())))
        .flatMap(budgetRecords::ofOther)
        .ifPresent(budgets::restore);
    Ledger ledger = new Ledger(publisher, journal, () -> budget(lease));
    DocumentCutter cutter = new DocumentCutter(Formats.standard(), Limits.STANDARD, clock);
    StepReader steps = new StepReader(cutter, publisher, journal, metrics);
    Means means = new Means(web, records, metrics, new Retry(random), clock);
    Auditor auditor = new Auditor(journal, steps, ledger, means);
    try {
      new GroupReader(lease, own, journal, steps, auditor, ledger, means).run();
    } finally {
      own.keySet().forEach(metrics::gone);
    }
  }

  private Publication budget(Lease lease) {
    return budgetRecords.publication(budgets.state(lease.name())).placed(lease.name());
  }

  /** What people ask for. */
  @Override
  public boolean heeds(String key) {
    return key.endsWith("/request");
  }
}
