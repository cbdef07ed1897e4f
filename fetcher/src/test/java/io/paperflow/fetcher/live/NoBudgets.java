package io.paperflow.fetcher.live;

import io.paperflow.http.BudgetState;
import io.paperflow.web.Budgets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Budgets that remember what they were told. */
final class NoBudgets implements Budgets {

  final List<BudgetState> restored = new ArrayList<>();

  @Override
  public BudgetState state(String budget) {
    return new BudgetState(budget, Instant.EPOCH, List.of());
  }

  @Override
  public void restore(BudgetState state) {
    restored.add(state);
  }
}
