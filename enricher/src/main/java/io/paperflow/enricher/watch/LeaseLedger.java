package io.paperflow.enricher.watch;

import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.web.BudgetRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what came of requests together with what they used of the forge's limits. */
final class LeaseLedger {

  private final Lease lease;
  private final Means means;

  LeaseLedger(Lease lease, Means means) {
    this.lease = lease;
    this.means = means;
  }

  /** Takes over what a predecessor used. */
  void begin(Map<String, byte[]> state) {
    Optional.ofNullable(state.get(BudgetRecords.key(lease.name())))
        .flatMap(means.budgetRecords()::ofOther)
        .ifPresent(means.budgets()::restore);
  }

  /** All of it or nothing. */
  void commit(List<Publication> publications) throws InterruptedException {
    List<Publication> all = new ArrayList<>(publications);
    all.add(
        means
            .budgetRecords()
            .publication(means.budgets().state(lease.name()))
            .placed(lease.name()));
    try {
      lease.commit(all);
    } catch (PublishException e) {
      // Records are bounded: lists of papers are cut, texts are short.
      throw new IllegalStateException(e);
    }
  }
}
