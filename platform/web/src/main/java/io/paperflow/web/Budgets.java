package io.paperflow.web;

import io.paperflow.http.BudgetState;
import io.paperflow.http.PoliteWeb;

/** What has been used of the hosts' limits, which whoever reads a host next must know. */
public interface Budgets {

  /** What has been used of a budget. */
  BudgetState state(String budget);

  /** Takes over what a predecessor has used. */
  void restore(BudgetState state);

  /** Those of a client. */
  static Budgets of(PoliteWeb web) {
    return new Budgets() {
      @Override
      public BudgetState state(String budget) {
        return web.state(budget);
      }

      @Override
      public void restore(BudgetState state) {
        web.restore(state);
      }
    };
  }
}
