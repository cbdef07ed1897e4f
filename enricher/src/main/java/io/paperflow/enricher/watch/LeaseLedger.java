package io.paperflow.enricher.watch;

import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.web.BudgetRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what came of requests, for a forge together with what they used of its limits. */
final class LeaseLedger {

  private final Lease lease;
  private final Optional<String> budget;
  private final Means means;

  /**
   * The ledger of a lease.
   *
   * @param budget which is handed on with the lease
   */
  LeaseLedger(Lease lease, Optional<String> budget, Means means) {
    this.lease = lease;
    this.budget = budget;
    this.means = means;
  }

  /** Takes over what a predecessor used. */
  void begin(Map<String, byte[]> state) {
    budget
        .map(name -> state.get(BudgetRecords.key(name)))
        .flatMap(means.budgetRecords()::ofOther)
        .ifPresent(means.budgets()::restore);
  }

  /** All of it or nothing. */
  void commit(List<Publication> publications) throws InterruptedException {
    List<Publication> all = new ArrayList<>(publications);
    budget
        .map(name -> means.budgetRecords().publication(means.budgets().state(name)))
        .ifPresent(used -> all.add(used.placed(lease.name())));
    try {
      lease.commit(all);
    } catch (PublishException e) {
      // Records are bounded: lists of papers are cut, texts are short.
      throw new IllegalStateException(e);
    }
  }
}
